rehearsal = REHEARSAL, NOT THE DRAW
rehearsal-sheet = This sheet is for a rehearsal. What is drawn with it does not count.

# On every page of the sheet
sheet-title = Public draw: { $assembly }
sheet-page = Page { $page } of { $pages }
sheet-fingerprint = Fingerprint { $groups } …
read-aloud = Read aloud
to-do = To do
panel = Panel { $number }

# The first page
first-what = The sheet for the room
first-draw = Draw { $draw }, attempt { $attempt }
first-steps = Step by step
fact-members = People in the pool
fact-panels = Panels that are drawn together
fact-size = Members of the panel
fact-size-each = Members of each panel
fact-lottery = Different panels that can be drawn
fact-sets = Different sets of panels that can be drawn
fact-tickets = Tickets, all equally likely
fact-seed = What decides
fact-published = Fingerprint made public (by the commitment)
fact-earlier = Earlier attempts, named in commit.txt
seed-digits = { $count ->
    [one] { $count } digit, drawn by hand
   *[other] { $count } digits, drawn by hand
}
seed-beacon = Round { $round } of the public beacon drand quicknet ({ $time })
seed-phrase = A text that somebody says
needs-title = What has to be there
needs-people = One person who reads aloud, one who draws, one who writes down, and two witnesses. Whoever draws is not one of the organisers.
needs-digits = Ten balls with the numbers 0 to 9, and something to draw them from. The 6 and the 9 have a line under the number. A die with ten sides, 0 to 9, will do as well.
needs-beacon = A connection to the network, to fetch the round; or somebody outside who fetches it.
needs-phrase = Something that chooses the text, so that nobody in the room chooses it.
needs-screen = The computer with the record, and a screen that everybody can see.
needs-fingerprint = The fingerprint as it was made public: the newspaper, a letter, the web page.

# 1
opening-title = Opening
opening-do = Wait until everybody can see what is drawn and can hear you.
opening-welcome = Welcome to the public draw: { $assembly }.
opening-rehearsal = This is a rehearsal. What is drawn now does not count.
opening-pool = { $members ->
    [one] There is { $members } person in the pool.
   *[other] There are { $members } people in the pool.
}
opening-size = { $size ->
    [one] Now a panel is drawn. It has { $size } member.
   *[other] Now a panel is drawn. It has { $size } members.
}
opening-several = { $size ->
    [one] Now { $panels } panels are drawn together. Each has { $size } member, and nobody sits on two of them.
   *[other] Now { $panels } panels are drawn together. Each has { $size } members, and nobody sits on two of them.
}
opening-replace = { $size ->
    [one] Members of the panel have dropped out. Now it is completed; then it has { $size } member again. Whoever stayed still sits.
   *[other] Members of the panel have dropped out. Now it is completed; then it has { $size } members again. Whoever stayed still sits.
}
opening-alternates = { $size ->
    [one] Now { $size } alternate is drawn, who is ready to step in when members drop out.
   *[other] Now { $size } alternates are drawn, who are ready to step in when members drop out.
}
opening-rotate = { $size ->
    [one] Now the panel of the new term is drawn. It has { $size } member. Whoever stays still sits.
   *[other] Now the panel of the new term is drawn. It has { $size } members. Whoever stays still sits.
}
opening-quotas = Whatever is drawn, it meets the quotas that were published.
opening-tickets = All outcomes were listed beforehand. { $tickets ->
    [one] There is { $tickets } ticket
   *[other] There are { $tickets } tickets
}, numbered from { $first } to { $last }. Each ticket says which members sit. Each is as likely as any other.
opening-digits = { $count ->
    [one] { $count } digit, drawn here by hand, decides which ticket it is. Nobody can know it yet.
   *[other] { $count } digits, drawn here by hand, decide which ticket it is. Nobody can know them yet.
}
opening-beacon = A public random value decides which ticket it is.
opening-phrase = A text that is said here decides which ticket it is.

# 2
fingerprint-title = The fingerprint
fingerprint-what = What is drawn from was fixed beforehand: who is in the pool, which outcomes there are, and which tickets they have. The fingerprint stands for all of it. If anything were changed, the fingerprint would be another.
fingerprint-published = By the commitment it was made public on { $published }.
fingerprint-hear = I read it now, in { $groups } groups of four. Please compare it with the one that you know from the newspaper, your letter or the web page.
fingerprint-code = The QR code holds the same 64 characters.
fingerprint-ask = Does anybody have another fingerprint?
fingerprint-do = Read slowly, group by group. The letters are a to f; what looks like an O is a zero.
fingerprint-stop = If somebody has another fingerprint, stop. Nothing is drawn until it is clear why.

# 3
decide-title = What decides
decide-digits = { $count ->
    [one] { $count } digit is drawn. It is the ticket. Each of the ten digits is as likely as any other, and so is each ticket.
   *[other] { $count } digits are drawn, one after the other. The first is the first digit of the ticket, and so on. Each time, each of the ten digits is as likely as any other, and so is each ticket.
}
decide-digits-back = After each digit the ball goes back, and all balls are mixed. So a digit can come more than once.
decide-digits-example = An example: { $digits } would be ticket { $ticket }.
decide-digits-counts = A digit counts once it has been shown and read out.
decide-digits-show = Show the ten balls, 0 to 9, each of them once. Whoever wishes may look at them, and at what they are drawn from.
decide-digits-dice = With a die: show that each digit is on it once. Throw it where everybody can see it; it counts when it lies flat.
decide-beacon = Many institutions together publish a new random value every three seconds. It was fixed beforehand that round { $round } decides. It comes on { $time }.
decide-beacon-trust = Nobody can know or steer the value before, unless many of these institutions were in league with each other.
decide-beacon-show = Show a clock with the time in UTC, and the line “seed” in the file commit.txt: it names the round.
decide-phrase = Somebody says a text.
decide-phrase-trust = Whoever chooses a text could try out many beforehand. So the text has to come from something in which nobody has a hand.
decide-phrase-show = Say how the text will come about before it does.
decide-calculation = From this and the fingerprint the ticket is worked out. Anybody can repeat that calculation.
decide-again = The draw is not repeated because of who is drawn.

# 4
draw-title = The draw
draw-digits = { $count ->
    [one] Now the digit is drawn. I read it out, and it is written down.
   *[other] Now the digits are drawn. I read out each of them, and it is written down.
}
draw-digits-each = Draw, show, read out, write down, put back, mix. Then the next digit.
draw-digits-fallen = A ball that falls before it has been shown goes back, and does not count.
draw-digits-end = This is the ticket. Has anybody seen other digits?
draw-digit = Digit { $number }
draw-beacon = Now we wait for round { $round }. It comes on { $time }.
draw-beacon-fetch = When the time has come, fetch the round and draw. Read the ticket out, and write it down.
draw-phrase = Now the text is said. I repeat it, and it is written down.
draw-phrase-write = Write it down letter by letter; capitals, spaces and accents count. Draw with it, read the ticket out, and write it down.
draw-text = The text
draw-ticket = Ticket
draw-number = Its number in lottery.json
draw-time = Date and time
draw-by = Drawn by
draw-written-by = Written down by
draw-witness = Witness (name, signature)

# 5
next-title = What happens next
next-look = I look the ticket up in the table and read out the numbers of the members who sit.
next-read = I read out the numbers of the members who sit, from the file result.json.
next-numbers = Each member of the pool has a number. Members find theirs on their receipt. Names are not read out.
next-publish = The files of this draw will be published, without names.
next-check = Anybody can check with them that this ticket stands for these members, and that nothing was changed since the fingerprint was made public.
next-table = The table is on pages { $pages } of this sheet.
next-how = In the table, the ticket stands in bold type. Behind it is the number of the entry in lottery.json, below it are the numbers of the members.
next-compare = Draw with klero as well. The file result.json must name the same ticket and the same members as this sheet.
next-dir = DIR is the directory of the record.
next-keep = Keep this page and the page before it with the record.
table-none-calculation = This sheet has no table: the ticket comes from a calculation, which klero does. Anybody can repeat it with the published files.
table-none-many = This sheet has no table: { $tickets ->
    [one] { $tickets } ticket
   *[other] { $tickets } tickets
} would be too many to print. The published file lottery.json holds them all.
table-none-large = This sheet has no table: so many members do not fit on a page. The published file lottery.json holds them all.

# The table
table-heading = Tickets { $first } to { $last }
table-number = No. { $number }

# The view for a screen
live-digit = Digit { $number } of { $count }
live-tickets = { $count ->
    [one] { $count } ticket is left
   *[other] { $count } tickets are left
}
live-panels = { $count ->
    [one] { $count } panel is left
   *[other] { $count } panels are left
}
live-sets = { $count ->
    [one] { $count } set of panels is left
   *[other] { $count } sets of panels are left
}
live-range = Tickets { $first } to { $last }
live-ticket = Ticket { $ticket }
live-right = Are these the digits that were drawn?
live-members = The members who sit
live-panel = Panel { $number }: the members who sit
live-more = and { $count } more
live-keys-digits = 0–9: the digit that was drawn. Backspace: take one back. Esc: leave.
live-keys-ticket = Enter: show the members. Backspace: take one back. Esc: leave.
live-keys-members = Enter: go on. Esc: leave.
live-small = This window is too small. Make it larger, or leave with Esc.
