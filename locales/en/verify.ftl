# The page that checks a draw (verify.html). Words are those of ARCHITECTURE.md. The verdict and its notes are word for word those of docs/record.md.

page-title = Check a draw – klero
page-heading = Check a draw
page-intro = For the record of a citizens’ assembly drawn by lottery. This page repeats the draw from its published files, and tells you whether everything fits together. You need not trust whoever made the draw, nor their computers.
page-language = Language
page-no-script = This page works with JavaScript only, and your browser has switched it off.
page-foot = Written from the specification of klero’s records, independently of klero. It shares no code with klero’s own check, nor with the script verify.py.
choose-heading = What do you want to check?
choose-how = Drop the folder of a record here, or its files, or your own receipt. Or choose them:
choose-folder = The folder of a record
choose-files = The files of a record
choose-receipt = Your receipt
choose-private = Nothing leaves your device: this page is forbidden to use the network, and works without it. On a phone, choose the files.
choose-together = A receipt is checked together with a record: choose both, one after the other. Records that follow one another (people were replaced, alternates were drawn, a new term began) are checked together: put their folders into one folder, and choose or drop that one. A receipt then goes with the one of them that it belongs to.
progress-label = Checks made

# The line that says what goes on
status-files = Reading the files …
status-lottery = Reading the lottery …
status-pool = Reading the pool …
status-check = Making the check { $check } …
status-record = { $record }: { $progress }
status-done = Done: { $verdict }.
status-nothing = None of these files belongs to a record, and none is a receipt.
status-nothing-of = None of these files belongs to a record, and none is a receipt ({ $names }).
status-receipts = More than one receipt is among these files; choose the one that you want to check.
status-receipt = This is a receipt. Now choose the record of the draw too, so that both can be held against each other.
status-trouble = Something went wrong in this page: { $error }. Reload it and try again.

# Verdicts
verified = VERIFIED
not-verified = NOT VERIFIED
together = VERIFIED TOGETHER
not-together = NOT VERIFIED TOGETHER
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
pass = PASS
fail = FAIL
not-checked = NOT CHECKED

# The result
result-tally = Checks passed: { $passed }; failed: { $failed }; could not be made: { $open }.
result-time = It took { $seconds } s.
result-records = Records: { $count }.
result-wrong = What is wrong:
result-limits = What no check can show
result-aside = Left aside, because these are not files of a record: { $names }.
result-aside-more = Left aside, because these are not files of a record: { $names }; and others, { $count }.
result-record = Record { $number }: { $name }
result-rehearsals = REHEARSAL, NOT THE DRAW: { $count } of these { $all } records
result-checks = Every check
result-about = What the record says
hint-chain = This record follows another one, and can be checked only together with it: put the folder of each record into one folder, and choose or drop that folder.
fingerprint-heading = The fingerprint
fingerprint-what = These 64 characters stand for everything that is drawn from. Compare them with what was published before the draw: on the web page, in the newspaper, in your letter. One character that differs is another draw.
panel-heading = The drawn panel
panels-heading = The drawn panels
panel-rehearsal = This was a rehearsal: nobody here was really drawn.
panel-identifiers = Panel { $panel } of the lottery, with these members (number and identifier):
panel-numbers = Panel { $panel } of the lottery, with these members, by their numbers:
panels-identifiers = Entry { $panel } of the lottery, which seats these members (number and identifier) on several panels:
panels-numbers = Entry { $panel } of the lottery, which seats these members, by their numbers, on several panels:
panel-numbered = Panel { $panel }
panel-member = { $number }: { $id }

# A receipt
receipt-heading = Your receipt
receipt-doubt = Something here did not pass its check, so this record says nothing of your chance, or of who was drawn, that you could rely on; see the checks below.
receipt-pool = You were in the pool, as number { $number }, with this about you:
receipt-known = You were in the pool, as number { $number }, known as “{ $id }”, with this about you:
receipt-name = Name
receipt-household = Household
receipt-chance = Of { $all } tickets, you are on { $tickets }: a chance of { $chance }.
receipt-tickets = Tickets that you are on: { $tickets }.
receipt-undrawn = Nothing was drawn yet.
receipt-drawn = You were drawn.
receipt-not-drawn = You were not drawn.
receipt-rehearsal = In this rehearsal, which is not the draw: { $outcome }

# What the record says
term-rehearsal = Rehearsal
term-assembly = Assembly
term-draw = Draw
term-attempt = Attempt
term-published = Published
term-source = The seed comes from
term-seed = Seed
term-pool = People in the pool
term-follows = Follows another record
term-seats = Seats
term-tickets = Tickets
term-form = Form
about-rehearsal = yes: this is not the draw
about-attempt = { $attempt } (earlier ones are named in the commitment)
about-published = { $moment }, as the commitment says
about-seats = { $seats }, on { $panels } panels that are drawn together
about-tickets = { $panels ->
    [one] { $tickets }, on { $panels } possible panel
   *[other] { $tickets }, on { $panels } possible panels
}
about-public = public: without the files that name people
about-full = full
about-uncommitted = full, without a commitment
seed-beacon = round { $round } of the public beacon drand (quicknet), which comes on { $moment }
seed-digits = { $count ->
    [one] { $count } digit, drawn by hand
   *[other] { $count } digits, drawn by hand
}
seed-phrase = a text that somebody says
seed-empty = empty
step-replace = people who dropped out of the panel are replaced
step-replace-part = people who dropped out of panel { $panel } are replaced
step-alternates = alternates for the panel
step-alternates-part = alternates for panel { $panel }
step-rotate = a new term; some stay, others are drawn anew
step-after = { $step }, after the record with the fingerprint { $fingerprint }
step-after-result = { $step }, after the record without a commitment whose result.json has the SHA-256 { $hash }
moment = { $date } at { $time } UTC
moment-far = a time too far away to name
percent = { $number } %
percent-small = less than { $number } %

# What no check can show
limit-pool = That everybody who registered is in the pool, and that every entry is a real person. (Receipts show the first, and calls to entries drawn at random the second.)
limit-published = That the fingerprint was public at the time that the commitment states: compare it with what you were sent, or with what was printed. And that there was no other commitment besides those named as earlier attempts.
limit-uncommitted = Without a commitment: that the seed text was not chosen, or the files not chosen to suit it, after somebody knew what they would draw, and that the pool’s cells are those from before the draw.
limit-digits = That digits were not known before. That needs eyes in the room.
limit-phrase = That nobody tried out phrases until one drew whom they liked: whoever has the files can. That rests on who chose the words, and how.
limit-chain = Where a record follows another: that no other record follows the same one, beside those given; that those who are said to have dropped out, or who are excluded since they cannot come, said so; that those alternates were called in whom klero call names; and that an identifier stands for the same person in the pools of two terms.
limit-quotas = And that other quotas than before, or the quotas of a list of alternates, do not ask for somebody whom their makers would like. (The file probabilities.csv shows how many can be drawn, and with which chances.)
limit-links = Whether a file is a link to another one: a browser does not say so.

# Names of the checks
check-files-present = The files are there
check-files-hashes = The files are those that were named
check-setup-form = The setup
check-pool-form = Pool and quotas
check-alternates-form = How the alternates were asked for
check-lottery-form = The list of possible panels
check-lottery-size = Size of the panels
check-lottery-quotas = Quotas in every panel
check-lottery-rules = Rules on single people and households
check-lottery-split = Who sits on which panel
check-lottery-parts = Quotas in each of the panels
check-lottery-tickets = Tickets of the panels
check-certificate-form = Proof of fairness: its form
check-certificate-cuts = Proof of fairness: its cuts
check-certificate-stages = Proof of fairness: its stages
check-certificate-gap = The lottery has the proven chances
check-probabilities-form = List of chances
check-probabilities-tickets = Everybody’s chance
check-commit-form = The commitment
check-commit-pool = Sealed list of members
check-commit-leaves = Seals of the members
check-commit-time = Round of the beacon after the commitment
check-beacon-round = Round of the beacon
check-beacon-signature = Signature of the beacon
check-draw-form = The result
check-draw-seed = The seed
check-draw-key = Key of the draw
check-draw-ticket = The ticket
check-draw-panel = The drawn panel
check-draw-selected = Rows of the drawn members
check-draw-remaining = Rows of all others
check-draw-panels = Drawn members by panel
check-draw-new = New members
check-draw-alternates = Alternates in their order
check-chain-before = The record that this one follows
check-chain-pool = The same pool as before
check-chain-seats = Whoever sat stays or leaves
check-chain-included = Who may stay
check-chain-rules = The same rules as before
check-chain-time = A later round of the beacon
check-receipt-form = Your receipt: its form
check-receipt-commitment = Your receipt: the commitment
check-receipt-leaf = Your receipt: your seal
check-receipt-path = Your receipt: the list of members
check-receipt-tickets = Your receipt: your tickets

# Why something was not checked
not-published = This needs files that are not published.
needs-form = This needs { $file }, which does not have its form.
needs-pool = This needs the pool, which cannot be read or does not fit.
needs-receipt = This needs the receipt, which does not have its form.
needs-check = This needs { $file }, whose own check did not pass.
needs-certificate = This needs the proof of fairness, which is not there, cannot be read or is about something else.
needs-stages = This needs the stages of the proof of fairness, which do not hold.
needs-numbers = Who has which number follows from the pool, which is not there or does not have its form.
needs-randomness = This needs randomness that is that of its signature.
needs-full = This needs the full form of the record before.
needs-full-all = This needs the full form of all records that are named.
check-failed = This page could not make the check ({ $error }).
file-beyond = This page cannot hold { $file } ({ $error }).
file-missing = { $file } is not there.
file-irregular = { $file } is not a regular file.
file-large = { $file } is larger than a record’s file may be.
file-too-large = { $file } is too large for this page; use another of the checking programs.
file-unreadable = { $file } cannot be read.
member-unknown = A panel names a member who does not exist.
drawn-unknown = { $file } names a member who does not exist.
in-record = { $record }: { $reason }
record-before = In the record before
record-line = In a record before
record-alternates = In the record of alternates
record-former = In a former record
record-first = In the first draw
record-beside = In a record that replaces on another panel

# files.present, files.hashes
files-stray = { $file } is not marked as the files of a rehearsal are.
files-foreign = { $file } does not belong to this record, or nothing that can be read says that it does.
files-there = All files are there ({ $count }), none is too large, and none is there that does not belong to a record of this kind.
files-unnamed = { $by } does not name { $file }.
files-named = { $by } names { $file }, which it should not.
files-changed = { $file } is not the file that { $by } names: it was changed, or another one was.
files-match = The digital fingerprints of files that the record names ({ $count }) are those of its files.

# setup.form, pool.form, alternates.form, probabilities
setup-good = The setup of the lottery is written as it should be.
pool-good = The pool (members: { $members }) and the quotas ({ $quotas }) can be read and fit together.
alternates-number = alternates.json does not ask for as many alternates as setup.json names ({ $alternates }).
alternates-good = alternates.json is written as it should be, and asks for as many alternates as there are seats ({ $alternates }).
chances-rows = probabilities.csv has { $rows } rows, and the pool has another number of members: { $members }.
chances-person = Number { $number } of probabilities.csv is not the person whom the pool gives this number.
chances-listed = The list of chances has one row for each member of the pool, in order.
chances-rows-other = The list of chances does not have one row for each member.
chances-other = The tickets of number { $number } in the lottery are { $tickets }, and the list of chances says otherwise.
chances-good = Everybody’s chance is the one that the lottery gives.

# lottery
lottery-member = A panel has the member number { $number }; there are only { $members }.
lottery-seats = The number of seats in lottery.json is { $seats }, and in { $file } { $other }.
lottery-tickets = The number of tickets in lottery.json is { $tickets }, and in { $file } { $other }.
lottery-good = The lottery lists its possible panels ({ $panels }) in order, and none twice.
size-wrong = The number of members of panel { $panel } is { $members } instead of { $size }.
size-good = Every panel has as many members as there are seats: { $size }.
quotas-good = Every panel meets every quota.
rules-good = Every panel keeps the rules on single people and households.
split-good = Every entry of the lottery is split into panels of one size ({ $panels }).
parts-good = Each of the panels that are drawn together ({ $panels }) meets every quota.
tickets-none = Panel { $panel } has no ticket.
tickets-sum = The panels have { $sum } tickets together, and not { $tickets }.
tickets-good = Every panel has at least one ticket, and together they have all { $tickets }.
panel-quota = Panel { $panel }: { $people } people count for data row { $row } of quotas.csv, which asks for { $min } to { $max }.
panel-part = Panel { $part } of { $parts } in entry { $panel } of the lottery: { $people } people count for data row { $row } of quotas.csv, which asks for { $min } to { $max }.
panel-include = Panel { $panel } does not seat number { $number }, who is included.
panel-exclude = Panel { $panel } seats number { $number }, who is excluded.
panel-household = Panel { $panel } seats too many people of the household of number { $number }.
panel-apart = Panel { $panel } seats two people of group { $group } of those to be kept apart.

# certificate
certificate-types = certificate.json counts { $types } types of members, and the pool has { $found }.
certificate-rule = certificate.json uses a rule “{ $rule }”, which this record does not have.
certificate-good = The proof of fairness is written as it should be (stages: { $stages }, cuts: { $cuts }).
cuts-solver = Cuts rest on the word of the solver (numbers { $cuts }), and stages use them (numbers { $stages }).
cuts-none = The proof of fairness uses no cuts.
cuts-good = The proof of fairness uses { $cuts ->
    [one] { $cuts } cut, proven by arithmetic.
   *[other] { $cuts } cuts, proven by arithmetic.
}
cut-unproven = Cut { $cut } is not proven: { $why }
stage-wrong = Stage { $stage } does not hold: { $why }
stage-again = Stage { $stage } fixes type { $type } a second time.
stage-open = Type { $type } is never fixed.
stages-good = { $stages ->
    [one] The proof of fairness holds in { $stages } stage: no lottery over panels that meet the rules is fairer. This was shown by arithmetic alone.
   *[other] The proof of fairness holds in { $stages } stages: no lottery over panels that meet the rules is fairer. This was shown by arithmetic alone.
}
stages-solver = { $stages ->
    [one] The proof of fairness holds in { $stages } stage: no lottery over panels that meet the rules is fairer; by arithmetic alone: { $alone }.
   *[other] The proof of fairness holds in { $stages } stages: no lottery over panels that meet the rules is fairer; by arithmetic alone: { $alone }.
}
gap-wrong = Somebody’s chance in the lottery differs by { $gap } from the proven one, which is more than rounding.
gap-good = Everybody’s chance in the lottery is the proven one, up to { $gap }.
proof-rule = there is no rule “{ $rule }” here.
proof-sign = “{ $rule }” must not have a negative multiplier.
proof-leaf = a leaf of its proof does not show it.
proof-range = its value is not between 0 and 1.
proof-below = its value is below that of the stage before.
proof-last = it has no multipliers, and is not a last stage with the value 1.
proof-left = its types are not all that are left.
proof-types = its types are not those that its multipliers name.
proof-value = its value is not the one that its multipliers give.

# commit and beacon
commit-differs = commit.txt and setup.json do not agree: “{ $line }” is { $own } there, and { $other } here.
commit-follows = { $says } says that this record follows another, and { $silent } does not.
commit-good = The commitment is written as it should be.
commit-lines = pool.leaves has { $lines } lines; for { $members } members it must have one more than these.
commit-other = The sealed list of members is not the one that was committed to.
commit-sealed = The sealed list of members is the one that was committed to.
seal-setup = The seal of setup.json in pool.leaves is another one.
seal-member = The seal of number { $number } in pool.leaves is another one than that of the pool.
seals-good = The sealed list of members was made from this pool.
round-known = The round of the beacon was known when the commitment was published.
round-later = The round of the beacon comes after the time at which the commitment says that it is published.
randomness-other = The randomness in beacon.json is not that of its signature.
round-other = beacon.json holds round { $round }, and the commitment names round { $named }.
round-good = beacon.json holds round { $round }, which the commitment names.
signature-wrong = The signature is not that of the public beacon for this round.
signature-good = The public beacon has signed this round, so that nobody could choose its number.

# draw
result-key = result.json has a key, although digits are the ticket.
result-no-key = result.json has no key.
result-good = The result is written as it should be.
seed-blank = The seed text is blank.
seed-spelled = The seed text is not in the form in which it is written down (NFC, no white space around it).
seed-commitment = result.json names a commitment, and there is none.
seed-fingerprint = result.json names another fingerprint than that of commit.txt.
seed-text = The seed is a text that was said.
seed-text-asked = The seed is a text that was said, as the commitment asked for.
seed-count = The seed is not as many digits as the commitment asked for ({ $count }).
seed-digits-good = The seed is digits, as many as the commitment asked for.
seed-random = The seed is not the beacon’s randomness.
seed-random-good = The seed is the beacon’s randomness.
seed-no-random = The seed is no randomness of a beacon.
key-good = The key of the draw follows from the seed and from what was drawn from.
key-wrong = The key of the draw does not follow from the seed.
ticket-digits = The ticket is not the digits that were drawn.
ticket-digits-good = The ticket is the digits that were drawn.
ticket-wrong = The key draws the ticket { $ticket }, and result.json says { $named }.
ticket-good = The key draws the ticket { $ticket } of { $tickets } (they are counted from 0).
drawn-none = No panel holds the ticket.
drawn-other = Panel { $panel } holds the ticket, and result.json names panel { $named }.
drawn-members = The members in result.json are not those of the panel in the lottery.
drawn-good = Panel { $panel } holds the ticket, and its members ({ $members }) are named.
rows-split = split.json does not say on which panel the drawn members sit.
selected-wrong = { $file } is not exactly the pool’s rows of the drawn members.
selected-good = { $file } holds exactly the pool’s rows of the drawn members.
remaining-wrong = { $file } is not exactly the pool’s rows of everybody who was not drawn.
remaining-good = { $file } holds exactly the pool’s rows of everybody who was not drawn.
panels-wrong = { $file } is not exactly the pool’s rows of the drawn members by panel.
panels-good = { $file } holds exactly the pool’s rows of the drawn members by panel.
new-wrong = { $file } is not exactly the pool’s rows of the drawn members who did not sit before.
new-good = { $file } holds exactly the pool’s rows of the drawn members who did not sit before.
ordered-wrong = { $file } is not exactly the pool’s rows of the alternates in their order.
ordered-good = { $file } holds exactly the pool’s rows of the alternates in their order.

# chain
chain-missing = A record that this one follows or names is not among those given: choose the folder in which the folders of all of them are (of result.json, the SHA-256 is { $hashes }).
chain-missing-together = A record that this one follows or names is not among those given: put the folder of each into the folder that you choose (of result.json, the SHA-256 is { $hashes }).
before-differs = commit.txt and setup.json do not name the same record and step.
before-fingerprint = The record before has another fingerprint than the one named.
before-rehearsal = A record that this one names is a rehearsal, and this one is not.
before-circle = The record before follows this one in its turn, so none of them comes first.
before-alternates = The record before holds alternates, and no panel.
before-part = The record before has no panel { $panel }.
before-parts = The record before draws several panels, and this one does not say which of them it follows.
before-numbered = People are the same when their identifiers are, and in one of these records rows are only numbered.
before-no-alternates = The record that is named as one of alternates is none.
before-other-alternates = The alternates are those of another panel.
before-competes = Another record that is given replaces or rotates after the same one.
before-repeats = Another record that is given holds alternates for the same panel.
before-good = The record that this one follows is among those given, and nothing given contradicts this step after it.
same-pool = The pool is the same as before.
other-pool = The pool is not the same as in the record before.
other-id-column = Identifiers stand in another column than in the record before, so that the same number can be another person.
other-leaves = The sealed list of members is not that of the record before.
tables-both = This needs { $file } of both records. { $reason }
seats-silent = The record does not say who sits on its panel { $panel }.
seats-alternate = Number { $number } sits already or has sat, and can be drawn as an alternate.
seats-alternates-good = Nobody who sits or has sat can be drawn as an alternate.
seats-unsure = Number { $number } sat on the panel before, and neither stays for sure nor drops out.
seats-other = Number { $number } sits on another panel, or dropped out of this one, and can be drawn.
seats-unchanged = Nobody on the panel before has dropped out, so that there is no seat to fill.
seats-size = The number of seats is { $seats }, and on the panel before it was { $before }.
seats-twice = Number { $number } was drawn here, and sits on another panel of the same draw, on which another record replaces.
seats-good = Everybody who sat on the panel before stays for sure or has dropped out.
seats-rotate-unsure = Number { $number } sat on the panel before, and neither stays for sure nor is excluded.
seats-rotate-former = Number { $number } sat on a former panel, and is neither included nor excluded.
seats-rotate-good = Everybody who sat before stays for sure or is excluded, and whoever rests is excluded too, unless included.
included-none = Nobody is included.
included-alternate = Somebody is included among the alternates.
included-wrong = Number { $number } is included, and did not sit on the panel before.
included-wrong-alternates = Number { $number } is included, and did not sit on the panel before, and is none of the alternates.
included-good = Everybody who is included sat on the panel before.
included-good-alternates = Everybody who is included sat on the panel before, or is one of the alternates.
rules-columns = Other columns make a household than in the record before.
rules-limit = So many people of one household may sit: { $limit }; in the record before: { $before }.
rules-excluded = Number { $number } is excluded in the record before, and not in this one.
rules-apart-lost = The numbers { $numbers } are kept apart in the record before, and not in this one.
rules-apart-new = The numbers { $numbers } are kept apart, and were not in the record before.
rules-apart-strangers = The numbers { $numbers } are kept apart, were not in the record before, and are not of one household.
rules-apart-included = The numbers { $numbers } are kept apart, were not in the record before, and one of them is included.
rules-barred = Number { $number } came in, although somebody on another panel is of the same household or to be kept apart.
rules-same = The rules are those of the record before, and nobody came in whom others bar.
time-wrong = The beacon’s round is { $before } there, and round { $round } of this record does not come after it.
time-early = The beacon’s round { $before } was still to come when this record was committed to.
time-good = The beacon’s round comes after those of all records before, and was committed to only when they had come.

# receipt
receipt-form-good = The receipt is written as it should be.
receipt-other = The receipt is from another draw, or another attempt: its fingerprint is not that of commit.txt.
receipt-belongs = The receipt belongs to this commitment.
receipt-no-number = There is no number { $number } in the sealed list of members.
receipt-unsealed = What the receipt says about its member is not what was sealed.
receipt-sealed = What the receipt says about its member is what was sealed.
receipt-path-wrong = The receipt does not lead to the list of members that was committed to.
receipt-path-good = The receipt leads to the list of members that was committed to.
receipt-tickets-wrong = Number { $number } has { $tickets } tickets in the lottery, and { $claimed } on the receipt.
receipt-tickets-good = Number { $number } has { $own } of the { $tickets } tickets of the lottery.

# How a file is not as it should be. Places in a file ($where) are names and, for lists, numbers from 1.
receipt-file = The receipt
bad-text = { $file } is not UTF-8 text.
bad-json = { $file } is not JSON as records have it: { $what } (byte { $byte }).
json-expected = “{ $mark }” is missing
json-deep = nested too deeply
json-value = something that is no value, or a negative number
json-short = it ends too early
json-number = a number that is not written as a whole number below 2^53
json-open = a string that does not end
json-control = a control character in a string
json-escape = an escape that JSON does not have
json-surrogate = half a character (a lone surrogate)
json-key = a key is missing
json-twice = the key “{ $key }” stands twice
json-more = more after the end
bad-object = { $file } is not a JSON object where it should be one ({ $where }).
bad-key = { $file } has a key that is not described: { $where }.
bad-no-key = { $file } lacks a key: { $where }.
bad-value = { $file }, { $where }: this is not “{ $wanted }”.
bad-whole = { $file }, { $where }: this is not a whole number of at least { $least }.
bad-most = { $file }, { $where }: { $number } is more than { $most }.
bad-string = { $file }, { $where }: this is not a text.
bad-hash = { $file }, { $where }: this is not a SHA-256 (64 lower-case hexadecimal digits).
bad-signature = { $file }, { $where }: this is not 96 lower-case hexadecimal digits.
bad-list = { $file }, { $where }: this is not a list.
bad-twice = { $file }, { $where }: something is named twice.
bad-order = { $file }, { $where }: this does not ascend.
bad-fraction = { $file }, { $where }: this is not a fraction in lowest terms.
bad-zero = { $file }, { $where }: this is a 0, which is left out.
bad-rule = { $file }, { $where }: “{ $rule }” is not a rule.
bad-type = { $file }, { $where }: there is no such type of members.
bad-deep = { $file }, { $where }: the proof has more than { $most } branches one under the other.
bad-objective = { $file }, { $where }: this is not the name of an objective.
bad-step = { $file }: “{ $step }” is no step after another record.
bad-alternates = { $file } names alternates, but does not replace.
bad-former = { $file } names former panels, but does not rotate.
bad-panels-few = { $file } says that fewer than two panels are drawn together.
bad-panels-size = { $file }: { $size } seats cannot be { $panels } panels of one size.
bad-panels-follows = { $file } follows another record, and has several panels of its own.
bad-both = { $file }: somebody is included and excluded.
bad-apart = { $file }: a group of those to be kept apart has fewer than two members.
bad-limit = { $file }: the limit for households is not 1, but no columns make households.
bad-end = { $file } does not end with a line end.
bad-first-line = { $file } does not start with the line “{ $line }”.
bad-line-missing = { $file } does not have its line “{ $line }” where it belongs.
bad-line = { $file } has a line “{ $line }” that is not of the form described.
bad-attempts = { $file } names another number of earlier attempts ({ $count }) than attempt { $attempt } has.
bad-attempt-twice = { $file } names an earlier attempt twice.
bad-digits = { $file } asks for another number of digits ({ $count }) than number its tickets.
bad-file-lines = { $file } has its “file” lines in another order, or one twice.
bad-leaf = { $file } has no SHA-256 in line { $line }.
bad-leaves = { $file } has { $lines } lines, and the pool has { $members } members.
bad-panel-order = { $file }: panel { $panel } does not come after the one before it.
bad-lists = { $file } has { $lists } lists, and the lottery { $panels } panels.
bad-entries = { $file }, list { $list }: the number of entries is { $entries }, and of members { $members }.
bad-part = { $file }, list { $list }: there is no panel { $part } of { $parts }.
bad-seats = { $file }, list { $list }: the number of members on panel { $part } is { $members } instead of { $seats }.
bad-feature = { $file }: a feature of the leaf is not a pair.
bad-leaf-text = { $file }: the leaf is not written in the form described.
bad-nul = { $file } holds a NUL byte.
bad-no-header = { $file } has no header row.
bad-no-rows = { $file } has no row below the header.
bad-cells = { $file }, line { $line }: the number of cells is { $cells }, and in the header { $header }.
bad-open-quote = { $file }: a quotation mark in line { $line } is never closed.
bad-after-quote = { $file }: text after a closing quotation mark, in or below line { $line }.
bad-column-twice = { $file } has more than one column “{ $column }”.
bad-no-column = { $file } has no column “{ $column }”.
bad-column-spelled = { $file } spells the column “{ $column }” differently: “{ $found }”.
bad-id-column = { $file } has a column “{ $column }”, so that its rows cannot be numbered instead.
bad-id-blank = { $file } has a blank identifier in data row { $row }.
bad-id-twice = { $file } has two different rows with the identifier “{ $id }”.
bad-cell = { $file } has “{ $cell }” as { $category } of “{ $id }”, which the quotas do not have.
bad-mark = { $file } does not have “{ $mark }” as the first cell of every row, as a rehearsal has.
bad-header = { $file } does not have the header “{ $wanted }”.
bad-number = { $file } does not have number { $number } where it belongs.
bad-quota-header = { $file } does not have exactly one of the three headers that are understood.
bad-quota-order = { $file }, data row { $row }: the minimum is above the maximum.
bad-quota-flex = { $file }, data row { $row }: “{ $column }” leaves less room than the quota itself.
bad-quota-number = { $file }, data row { $row }: “{ $cell }” is not a whole number from 0 to { $most }.
bad-quota-value = { $file } has no value in data row { $row }.
bad-quota-twice = { $file } has the value “{ $value }” of “{ $category }” twice.
bad-quota-category = { $file } has in data row { $row } neither a column of the pool nor a combination of values with rows of their own.
bad-quota-categories = { $file } has a category twice in the combination of data row { $row }.
bad-quota-second = { $file } has a second quota for the same combination in data row { $row }.
fit-members = The number of members in pool.csv is { $members }, and in setup.json { $stated }.
fit-seats = The panel has { $seats } seats, and the number of people who can sit is only { $open }.
fit-few = The pool has too few people for the minimum of data row { $row } of quotas.csv.
fit-more = Data row { $row } of quotas.csv asks for more people than there are seats.
fit-included = More people are included than data row { $row } of quotas.csv allows.
fit-minimums = The minimums of “{ $category }” add up to more than the seats ({ $seats }).
fit-maximums = The maximums of “{ $category }” add up to less than the seats ({ $seats }).
fit-included-seats = More people are included than there are seats.
fit-household = More people of one household are included than may sit.
fit-apart = Two people are included who are to be kept apart.
