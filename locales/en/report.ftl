# The page about a draw (klero report) and its charts (klero plot). Words are those of ARCHITECTURE.md.

rehearsal = REHEARSAL, NOT THE DRAW
rehearsal-explained = This page is about a rehearsal. It selects nobody.

title-drawn = How the panel was drawn
title-panels = How the panels were drawn
title-waiting = The lottery for the panel
title-replace = How empty seats were filled
title-alternates = How the alternates were drawn
title-rotate = How the new term was drawn

how-heading = In short
how-quotas = More people volunteered than there are seats. Quotas, set before the draw, say how many seats each group gets at least and at most.
how-panels = A computer put together many panels that each meet all the quotas, and gave each of them numbered lottery tickets.
how-sets = A computer put together many such sets of panels, each panel of which meets all the quotas, and gave each set numbered lottery tickets.
how-leximin = The tickets are shared out so that the person with the smallest chance has as large a chance as the quotas allow; then the person with the next smallest chance, and so on.
how-fairest = No other lottery is fairer in this sense.
how-rounded = With { $tickets } tickets, chances can only be shared out in whole tickets. So this lottery is not quite the fairest: its chances are up to { $points } percentage points from the fairest.
how-other = How the tickets are shared out follows the rule “{ $objective }”. That a fairer lottery does not exist is not claimed.
how-ticket = Then one ticket was drawn. Every ticket was equally likely, and the panel with that ticket is selected.
how-waiting = No ticket has been drawn yet. When one is, every ticket will be equally likely, and the panel with that ticket will be selected.
how-together = Several panels are drawn together from one pool. The quotas hold for each of them, and nobody sits on two.
how-replace = Some members of an earlier panel dropped out. Those who stayed keep their seats; others of the same pool get the empty ones. The quotas hold for everyone who then sits on the panel.
how-alternates = Alternates step in when members of the panel drop out. Whoever sits on the panel already could not be drawn.
how-rotate = A new term begins. Those who stay keep their seats; the other seats go to new members. Former members rest.
how-rules = Other rules that every panel keeps:
rule-household = people of one household who may sit, at most: { $limit }
rule-apart = groups of people of whom at most one may sit: { $groups }
rule-include = people who sit on every panel: { $people }
rule-exclude = people of the pool who sit on no panel: { $people }

fact-pool = People in the pool
fact-panel = Seats on the panel
fact-panels = Panels of this size, drawn together
fact-open-people = People who could be drawn
fact-open-seats = Seats open to them
fact-lottery = Panels in the lottery
fact-sets = Sets of panels in the lottery
fact-tickets = Tickets
fact-ticket = Ticket drawn (counting from 0)
fact-number = Number of the panel drawn
fact-smallest = Smallest chance
fact-none = People without a ticket
fact-smallest-drawn = Smallest chance of those who can be drawn
fact-largest = Largest chance

groups-heading = Pool, quotas and panel
groups-intro = For each group: its share of the pool, and of the panel. The brackets stand at the smallest and the largest share of the panel that the quota allows.
groups-intro-population = For each group: its share of the population, of the pool, and of the panel. The brackets stand at the smallest and the largest share of the panel that the quota allows.
groups-title = { $category }: shares and quotas
legend-brackets = the smallest and the largest share of the panel that the quota allows
quota = quota { $range }
bar-population = population { $share }
bar-pool = pool { $share }
bar-panel = panel { $seats } ({ $share })
bar-numbered = panel { $number }: { $seats } ({ $share })
bar-average = on average { $seats } ({ $share })
groups-together = Quotas on several features at once

table = The numbers as a table: { $title }
col-group = Group
col-quota = Quota
col-pool = Pool
col-pool-share = Share of the pool
col-population = Share of the population
col-average = Seats on average
col-panel = Seats on the panel
col-numbered = Panel { $number }

names-heading = The drawn members
names-note = This list holds personal data. Give it only to those who may see it.
col-on-panel = Panel
col-new = New
is-new = yes

chances-heading = Everybody’s chances
chances-intro = All people of the pool stand in the order of their chance, the smallest first. Chances differ because of the quotas: where few of a group volunteered, each of them has to be drawn more often.
chances-open = This is about the people who could be drawn. Whether those who stay, or who are out, have a seat was not up to the lottery.
chances-smallest = The smallest chance is { $chance }, the largest { $largest }.
chances-smallest-drawn = The smallest chance of those who can be drawn is { $chance }.
chances-bound = No lottery that keeps the rules can give everyone more than { $fraction } ({ $chance }). The record holds the proof (certificate.json), and klero verify checks it by arithmetic.
chances-bound-rest = No lottery that keeps the rules can give everyone who can be drawn at all more than { $fraction } ({ $chance }). The record holds the proof (certificate.json), and klero verify checks it by arithmetic.
chances-even = If the quotas did not matter, everyone would have the same chance: { $seats } out of { $people }, or { $chance }.
chances-none = People who have no ticket, although nobody excluded them: { $people }. As a rule, the quotas leave no seat for them.
chances-legacy = For comparison: until a few years ago, most assemblies filled seats one by one with a greedy rule (“legacy”). Tried on this pool { $draws } times (seed { $seed }), it drew the person whom it drew least often in { $smallest } of the draws, and the one whom it drew most often in { $largest }.
chances-no-legacy = For comparison, a greedy rule (“legacy”) was tried as well, by which most assemblies used to fill seats one by one. It found no panel.
chart-chances = Chances to get a seat
axis-members = share of the people, from the smallest chance to the largest
curve-lottery = this lottery
curve-none = people without a ticket in it: { $people }
curve-legacy = greedy rule, from { $draws } draws
line-even = the same chance for everybody: { $chance }
line-bound = more than this cannot be given to everyone: { $chance }
line-bound-rest = more than this cannot be given to everyone who can be drawn: { $chance }
mark-smallest = smallest { $chance }
mark-largest = largest { $chance }
mark-beyond = largest { $chance }, above this picture ↑
col-people = People
col-lottery = This lottery
col-legacy = Greedy rule
row-least = the smallest chance
row-part = { $share } of the people have at most
row-most = the largest chance

letters-heading = From the letter to the seat
letters-intro = Whoever got a letter could volunteer. So the chance of a household that one of its people sits has three parts: the chance of a letter, which was drawn by lot; whether somebody answers, which is up to people; and the chance of being selected, which this lottery gives.
letters-title = Chances from the letter to the seat
letters-everybody = all households
letters-col-group = Group
letters-col-households = Households
letters-col-letters = Letters
letters-col-invited = Chance of a letter
letters-col-answered = Letters answered
letters-col-selected = Chance of being selected, on average
letters-col-sits = Chance to sit
letters-note = The chance of a letter and the chance of being selected are exact. How many letters are answered cannot be known beforehand; the share is what happened. The chance to sit is the three multiplied: that of a household of the group, on average.

pairs-heading = Two groups at once
pairs-intro = Quotas speak of one group at a time. For people who belong to two groups at once, such as { $example }, nobody set a number of seats. What this lottery gives them was counted exactly, over all its tickets.
pairs-count = Pairs of groups with somebody in the pool, and without a quota of their own: { $pairs }. Of these, certain to have a member on the panel, whatever is drawn: { $certain }.
pairs-shares = For pairs whose share of the population was given, the table compares with that share too.
pairs-shares-none = The shares of the population that were given are those of single groups. How many people belong to two groups at once does not follow from them, so the comparison here is with the pool.
pairs-shown = The chart shows the pairs that are the most likely to have nobody on the panel, among those that would have at least one seat by their share of the pool.
pairs-shown-population = The chart shows the pairs that are the most likely to have nobody on the panel, among those that would have at least one seat by their share of the population or, where it was not given, of the pool.
pairs-all = Every pair that would have at least one seat by its share of the pool is certain to have a member on the panel.
pairs-all-population = Every pair that would have at least one seat by its share of the population or, where it was not given, of the pool, is certain to have a member on the panel.
pairs-together = Of several panels, this is about one, on average.
chart-pairs = How likely at least one member is
pair = { $one } + { $other }
col-pair = Pair of groups
col-by-share = Seats by its share of the pool
col-one = At least one member
col-rounded = As many as by its share, rounded down or up
col-rounded-pool = As many as by its share of the pool, rounded down or up
col-by-population = Seats by its share of the population
col-rounded-population = As many as by its share of the population, rounded down or up
col-drawn = Drawn panel

draw-heading = The draw
draw-committed = Before the draw, all files were fixed by a fingerprint. The organisers say that it was published on { $moment }. Compare it with what was printed then.
draw-attempts = Earlier attempts at this draw, with these fingerprints: { $attempts }
draw-beacon = The seed is round { $round } of drand’s quicknet, a public source of randomness that nobody can know or steer beforehand. It came on { $moment }.
draw-digits = The seed is digits that were drawn by hand.
draw-phrase = The seed is a text that somebody said.
draw-at-once = There was no commitment before the draw: the seed is a text, and nothing shows that it was not chosen to suit.
will-beacon = The seed will be round { $round } of drand’s quicknet, a public source of randomness that nobody can know or steer beforehand. It comes on { $moment }.
will-digits = The seed will be digits, drawn by hand: { $count }.
will-phrase = The seed will be a text that somebody says.
will-open = There is no commitment yet: nothing is fixed, and where the seed will come from is open.
draw-rule = The seed and the lottery decide the ticket by a rule that anybody can follow.
label-fingerprint = Fingerprint
label-seed = Seed
label-key = Key
label-ticket = Ticket
label-panel = Panel in lottery.json
ticket-of = { $ticket } of { $tickets }, counting from 0

verify-heading = How to check it
verify-intro = Whoever has the record, the folder from which this page was made, can check the draw without trusting anybody. Here the folder is called “record”:
verify-public = The record has a public form: a folder without names, made for everybody. Whoever has it can check the draw without trusting anybody. Here the folder is called “public”:
verify-program = with the program klero: { $command }
verify-page = in a browser: open verify.html, and choose the folder (on a phone: its files); nothing leaves your device
verify-script = with Python: { $command }
verify-hand = by hand, with common tools, as docs/by-hand.md says
verify-needs = Some checks need the files with personal data, and cannot be made with the public form: there these programs say NOT CHECKED. Whoever may see the full record can make all of them in the same way.
verify-beacon = The Python script cannot check the signature of a beacon, and so its last line is NOT VERIFIED even where nothing failed; klero and verify.html check it too.
verify-receipt = Everybody in the pool can ask for a receipt, which shows that they are in the pool, with which features, and with how many tickets.
verify-said = When this page was made, klero verify said of the full record:
verify-means = That means: every check was made, and none failed.
verify-brackets = What stands in brackets should be known besides.
verify-alone = This record follows another one. Everything can be checked only together with that one: give klero verify the folders of both.

# The verdict, in the words of verify.ftl
verified = VERIFIED
not-verified = NOT VERIFIED
verdict-notes = { $verdict } ({ $notes })
verdict-solver = { $count ->
    [one] { $verdict }, EXCEPT THAT THE FAIRNESS OF { $count } STAGE RESTS ON A SOLVER'S WORD
   *[other] { $verdict }, EXCEPT THAT THE FAIRNESS OF { $count } STAGES RESTS ON A SOLVER'S WORD
}
notes = { $one }; { $more }
note-rehearsal = REHEARSAL, NOT THE DRAW
note-undrawn = lottery only; nothing was drawn
note-uncommitted = no commitment; the seed may have been chosen to suit
note-uncertified = no certificate; how fair the lottery is was not checked
note-gap = chances are up to { $points } percentage points from the fairest
note-quotas = other quotas than before
note-excluded = { $count ->
    [one] { $count } member more is excluded than its step asks for
   *[other] { $count } members more are excluded than its step asks for
}
note-certain = { $count ->
    [one] { $count } member is certain to be an alternate
   *[other] { $count } members are certain to be alternates
}
note-many = more alternates than seats
note-public = public form; { $count } checks need the full record

limits-heading = What is not guaranteed
limit-pool = That everybody who registered is in the pool, and that every entry is a real person with the features that it names.
limit-seed = That the seed was not chosen to suit somebody.
limit-published = That the fingerprint was public before anybody could know the seed.
limit-objective = That no lottery is fairer.
limit-dropouts = That those who are said to have dropped out did, and that nobody drew this step twice.
limit-features = That the panel is like the population in anything for which there is no quota.
limit-small = That a person who is likely to be drawn is drawn, or one who is unlikely is not: that is what a lottery means.

made = Made by klero { $version } from the files of the record, and from nothing else.
made-shares = Made by klero { $version } from the files of the record and from the shares of the population.
