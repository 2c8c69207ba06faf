# The letter that goes with a receipt (klero receipt --text).

rehearsal = REHEARSAL, NOT THE DRAW
rehearsal-explained = This letter is about a rehearsal. It selects nobody.
title = You are in the pool
intro = This letter says with which features you take part in the draw, and what your chance is. It is for you alone. The file { $file } belongs to it; keep both.
number = Your number in the pool
identifier = Your identifier
name = Your name
household = Your household
chance = Of { $all } numbered tickets, { $tickets } have a panel with you on it. Your chance is { $percent }.
no-chance = None of the { $all } tickets has a panel with you on it. Ask the organisers why.
not-drawn-yet = Nothing has been drawn yet.
was-drawn = You were drawn.
was-not-drawn = You were not drawn.
wrong = Is something wrong? Tell the organisers, before the draw if you can.
wrong-after = Is something wrong? Tell the organisers.
fingerprint = The fingerprint of what is drawn from. It must be the one that the organisers have made public:
check-heading = How to check this
check-when = Before the draw, perhaps only the fingerprint is public. Then keep the file, and check when the organisers have published the folder, after the draw at the latest.
check-page = Open verify.html in a browser. Choose the folder that the organisers have published (on a phone: its files), and then the file { $file }. Nothing leaves your device.
check-program = Or with the program klero: { $command }
keep = Whoever has the file can see what it says of you. Give it to nobody whom you would not tell.
