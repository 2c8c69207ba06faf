# Die Seite, die eine Auslosung prüft (verify.html). Die Wörter sind die von report.ftl, ceremony.ftl und receipt.ftl.

page-title = Eine Auslosung prüfen – klero
page-heading = Eine Auslosung prüfen
page-intro = Für die Unterlagen der Auslosung eines Bürgerrats. Diese Seite wiederholt die Auslosung anhand ihrer veröffentlichten Dateien und sagt Ihnen, ob alles zusammenpasst. Sie müssen weder denen vertrauen, die ausgelost haben, noch deren Computern.
page-language = Sprache
page-no-script = Diese Seite funktioniert nur mit JavaScript, und in Ihrem Browser ist es ausgeschaltet.
page-foot = Geschrieben nach der Beschreibung der Unterlagen von klero, unabhängig von klero. Die Seite hat keinen Programmcode gemeinsam mit der Prüfung in klero selbst und auch nicht mit dem Skript verify.py.
choose-heading = Was möchten Sie prüfen?
choose-how = Ziehen Sie den Ordner mit den Unterlagen einer Auslosung hierher, oder die Dateien daraus, oder Ihren eigenen Beleg. Oder wählen Sie aus:
choose-folder = Den Ordner mit den Unterlagen
choose-files = Die Dateien der Unterlagen
choose-receipt = Ihren Beleg
choose-private = Nichts verlässt Ihr Gerät: Dieser Seite ist es verboten, das Netz zu benutzen, und sie funktioniert ohne Netz. Wählen Sie auf einem Telefon die Dateien aus.
choose-together = Ein Beleg wird zusammen mit Unterlagen geprüft: Wählen Sie beides aus, eines nach dem anderen. Unterlagen, die aufeinander folgen (Personen wurden ersetzt, Nachrücker wurden ausgelost, eine neue Amtszeit begann), werden zusammen geprüft: Legen Sie ihre Ordner in einen Ordner, und wählen Sie diesen aus oder ziehen Sie ihn hierher. Ein Beleg gilt dann für diejenigen von ihnen, zu denen er gehört.
progress-label = Erledigte Prüfungen

# Die Zeile, die sagt, was gerade geschieht
status-files = Die Dateien werden gelesen …
status-lottery = Das Losverfahren wird gelesen …
status-pool = Der Pool wird gelesen …
status-check = Die Prüfung { $check } läuft …
status-record = { $record }: { $progress }
status-done = Fertig: { $verdict }.
status-nothing = Keine dieser Dateien gehört zu den Unterlagen einer Auslosung, und keine ist ein Beleg.
status-nothing-of = Keine dieser Dateien gehört zu den Unterlagen einer Auslosung, und keine ist ein Beleg ({ $names }).
status-receipts = Unter diesen Dateien ist mehr als ein Beleg; wählen Sie den aus, den Sie prüfen möchten.
status-receipt = Das ist ein Beleg. Wählen Sie jetzt auch die Unterlagen der Auslosung aus, damit beides miteinander verglichen werden kann.
status-trouble = In dieser Seite ist etwas schiefgegangen: { $error }. Laden Sie sie neu, und versuchen Sie es noch einmal.

# Urteile
verified = BESTÄTIGT
not-verified = NICHT BESTÄTIGT
together = ZUSAMMEN BESTÄTIGT
not-together = NICHT ZUSAMMEN BESTÄTIGT
verdict-notes = { $verdict } ({ $notes })
verdict-solver = { $count ->
    [one] { $verdict }, AUSSER DASS DIE GERECHTIGKEIT VON { $count } STUFE AUF DEM WORT EINES LÖSUNGSPROGRAMMS BERUHT
   *[other] { $verdict }, AUSSER DASS DIE GERECHTIGKEIT VON { $count } STUFEN AUF DEM WORT EINES LÖSUNGSPROGRAMMS BERUHT
}
notes = { $one }; { $more }
note-rehearsal = PROBE, NICHT DIE AUSLOSUNG
note-undrawn = nur das Losverfahren; nichts wurde gezogen
note-uncommitted = keine Festlegung; der Startwert kann auf ein gewünschtes Ergebnis hin gewählt worden sein
note-uncertified = kein Beweis der Gerechtigkeit; wie gerecht das Losverfahren ist, wurde nicht geprüft
note-gap = Chancen sind bis zu { $points } Prozentpunkte von den gerechtesten entfernt
note-quotas = andere Quoten als zuvor
note-excluded = { $count ->
    [one] { $count } Person mehr ist ausgeschlossen, als der Schritt ihrer Unterlagen verlangt
   *[other] { $count } Personen mehr sind ausgeschlossen, als der Schritt ihrer Unterlagen verlangt
}
note-certain = { $count ->
    [one] { $count } Person gehört sicher zu den Nachrückern
   *[other] { $count } Personen gehören sicher zu den Nachrückern
}
note-many = mehr Nachrücker als Plätze
note-public = öffentliche Form; für { $count } Prüfungen braucht man die vollständigen Unterlagen
pass = BESTANDEN
fail = NICHT BESTANDEN
not-checked = NICHT GEPRÜFT

# Das Ergebnis
result-tally = Bestandene Prüfungen: { $passed }; nicht bestandene: { $failed }; nicht mögliche: { $open }.
result-time = Es dauerte { $seconds } s.
result-records = Unterlagen von Auslosungen: { $count }.
result-wrong = Was nicht stimmt:
result-limits = Was keine Prüfung zeigen kann
result-aside = Beiseitegelassen, weil diese Dateien nicht zu den Unterlagen einer Auslosung gehören: { $names }.
result-aside-more = Beiseitegelassen, weil diese Dateien nicht zu den Unterlagen einer Auslosung gehören: { $names }; und weitere, { $count }.
result-record = Unterlagen { $number }: { $name }
result-rehearsals = PROBE, NICHT DIE AUSLOSUNG: { $count } von diesen { $all } Unterlagen
result-checks = Alle Prüfungen
result-about = Was in den Unterlagen steht
hint-chain = Diese Unterlagen folgen auf andere und lassen sich nur zusammen mit jenen prüfen: Legen Sie die Ordner aller Unterlagen in einen Ordner, und wählen Sie diesen aus oder ziehen Sie ihn hierher.
fingerprint-heading = Der Fingerabdruck
fingerprint-what = Diese 64 Zeichen stehen für alles, woraus gezogen wird. Vergleichen Sie sie mit dem, was vor der Ziehung veröffentlicht wurde: auf der Webseite, in der Zeitung, in Ihrem Brief. Weicht auch nur ein Zeichen ab, so ist es eine andere Auslosung.
panel-heading = Das gezogene Gremium
panels-heading = Die gezogenen Gremien
panel-rehearsal = Das war eine Probe: Niemand hier wurde wirklich ausgelost.
panel-identifiers = Gremium { $panel } des Losverfahrens, mit diesen Mitgliedern (Nummer und Kennung):
panel-numbers = Gremium { $panel } des Losverfahrens, mit diesen Mitgliedern, nach ihren Nummern:
panels-identifiers = Eintrag { $panel } des Losverfahrens, der diese Mitglieder (Nummer und Kennung) auf mehrere Gremien verteilt:
panels-numbers = Eintrag { $panel } des Losverfahrens, der diese Mitglieder, nach ihren Nummern, auf mehrere Gremien verteilt:
panel-numbered = Gremium { $panel }
panel-member = { $number }: { $id }

# Ein Beleg
receipt-heading = Ihr Beleg
receipt-doubt = Hier hat etwas seine Prüfung nicht bestanden. Deshalb sagen diese Unterlagen nichts über Ihre Chance oder darüber, wer ausgelost wurde, worauf Sie sich verlassen könnten; sehen Sie sich die Prüfungen unten an.
receipt-pool = Sie waren im Pool, mit der Nummer { $number } und mit diesen Angaben über Sie:
receipt-known = Sie waren im Pool, mit der Nummer { $number }, mit der Kennung „{ $id }“ und mit diesen Angaben über Sie:
receipt-name = Ihr Name
receipt-household = Ihr Haushalt
receipt-chance = Lose mit einem Gremium, in dem Sie sitzen: { $tickets } von { $all }, also eine Chance von { $chance }.
receipt-tickets = Lose mit einem Gremium, in dem Sie sitzen: { $tickets }.
receipt-undrawn = Noch wurde nichts gezogen.
receipt-drawn = Sie wurden ausgelost.
receipt-not-drawn = Sie wurden nicht ausgelost.
receipt-rehearsal = In dieser Probe, die nicht die Auslosung ist: { $outcome }

# Was in den Unterlagen steht
term-rehearsal = Probe
term-assembly = Bürgerrat
term-draw = Auslosung
term-attempt = Anlauf
term-published = Veröffentlicht
term-source = Woher der Startwert kommt
term-seed = Startwert
term-pool = Personen im Pool
term-follows = Folgt auf andere Unterlagen
term-seats = Plätze
term-tickets = Lose
term-form = Form der Unterlagen
about-rehearsal = ja: Das ist nicht die Auslosung
about-attempt = { $attempt } (frühere sind in der Festlegung genannt)
about-published = { $moment }, wie die Festlegung sagt
about-seats = { $seats }, in { $panels } Gremien, die zusammen ausgelost werden
about-tickets = { $panels ->
    [one] { $tickets }, für { $panels } mögliches Gremium
   *[other] { $tickets }, für { $panels } mögliche Gremien
}
about-public = öffentlich: ohne die Dateien, die Personen nennen
about-full = vollständig
about-uncommitted = vollständig, ohne Festlegung
seed-beacon = Runde { $round } der öffentlichen Zufallsquelle drand (quicknet); Zeitpunkt, zu dem sie kommt: { $moment }
seed-digits = { $count ->
    [one] { $count } Ziffer, von Hand gezogen
   *[other] { $count } Ziffern, von Hand gezogen
}
seed-phrase = ein Text, den jemand sagt
seed-empty = leer
step-replace = Personen, die aus dem Gremium ausgeschieden sind, werden ersetzt
step-replace-part = Personen, die aus Gremium { $panel } ausgeschieden sind, werden ersetzt
step-alternates = Nachrücker für das Gremium
step-alternates-part = Nachrücker für Gremium { $panel }
step-rotate = eine neue Amtszeit; einige bleiben, andere werden neu ausgelost
step-after = { $step }, nach den Unterlagen mit dem Fingerabdruck { $fingerprint }
step-after-result = { $step }, nach den Unterlagen ohne Festlegung, deren result.json den SHA-256 { $hash } hat
moment = { $date } um { $time } UTC
moment-far = ein Zeitpunkt, der zu fern ist, um ihn zu nennen
percent = { $number } %
percent-small = weniger als { $number } %

# Was keine Prüfung zeigen kann
limit-pool = Dass alle im Pool sind, die sich gemeldet haben, und dass jeder Eintrag ein wirklicher Mensch ist. (Das Erste zeigen Belege, das Zweite Anrufe bei Personen, deren Einträge zufällig gezogen wurden.)
limit-published = Dass der Fingerabdruck zu der Zeit öffentlich war, die in der Festlegung steht: Vergleichen Sie ihn mit dem, was Ihnen geschickt wurde, oder mit dem, was gedruckt wurde. Und dass es keine andere Festlegung gab außer denen, die als frühere Anläufe genannt sind.
limit-uncommitted = Ohne Festlegung: dass der Text des Startwerts nicht erst gewählt wurde oder die Dateien nicht erst passend zu ihm gewählt wurden, nachdem jemand wusste, was sie ziehen würden, und dass in den Zellen des Pools noch dasselbe steht wie vor der Ziehung.
limit-digits = Dass die Ziffern nicht vorher bekannt waren. Dazu braucht es Augen im Saal.
limit-phrase = Dass niemand so lange Texte ausprobiert hat, bis einer davon gewünschte Personen zog: Wer die Dateien hat, kann das. Es hängt davon ab, wer die Worte gewählt hat, und wie.
limit-chain = Wo Unterlagen auf andere folgen: dass außer den vorliegenden keine anderen Unterlagen auf dieselben folgen; dass jene, die ausgeschieden sein sollen oder die ausgeschlossen sind, weil sie nicht kommen können, das gesagt haben; dass diejenigen Nachrücker gerufen wurden, die klero call nennt; und dass eine Kennung in den Pools zweier Amtszeiten für dieselbe Person steht.
limit-quotas = Und dass andere Quoten als zuvor oder die Quoten einer Liste von Nachrückern nicht gerade nach jemandem verlangen, den diejenigen gern dabeihätten, die sie festgelegt haben. (Die Datei probabilities.csv zeigt, wie viele Personen gezogen werden können, und mit welchen Chancen.)
limit-links = Ob eine Datei eine Verknüpfung zu einer anderen ist: Ein Browser sagt das nicht.

# Namen der Prüfungen
check-files-present = Die Dateien sind da
check-files-hashes = Die Dateien sind die, die genannt wurden
check-setup-form = Die Einstellungen
check-pool-form = Pool und Quoten
check-alternates-form = Wie Nachrücker angefordert wurden
check-lottery-form = Die Liste der möglichen Gremien
check-lottery-size = Größe der Gremien
check-lottery-quotas = Quoten in jedem Gremium
check-lottery-rules = Regeln für einzelne Personen und für Haushalte
check-lottery-split = Wer in welchem Gremium sitzt
check-lottery-parts = Quoten in jedem einzelnen der Gremien
check-lottery-tickets = Lose der Gremien
check-certificate-form = Beweis der Gerechtigkeit: seine Form
check-certificate-cuts = Beweis der Gerechtigkeit: seine Schnitte
check-certificate-stages = Beweis der Gerechtigkeit: seine Stufen
check-certificate-gap = Das Losverfahren gibt die bewiesenen Chancen
check-probabilities-form = Liste der Chancen
check-probabilities-tickets = Die Chancen aller
check-commit-form = Die Festlegung
check-commit-pool = Versiegelte Liste der Personen im Pool
check-commit-leaves = Siegel der Personen im Pool
check-commit-time = Runde der Zufallsquelle nach der Festlegung
check-beacon-round = Runde der Zufallsquelle
check-beacon-signature = Signatur der Zufallsquelle
check-draw-form = Das Ergebnis
check-draw-seed = Der Startwert
check-draw-key = Schlüssel der Ziehung
check-draw-ticket = Das Los
check-draw-panel = Das gezogene Gremium
check-draw-selected = Zeilen der ausgelosten Mitglieder
check-draw-remaining = Zeilen aller anderen
check-draw-panels = Ausgeloste Mitglieder nach Gremium
check-draw-new = Neue Mitglieder
check-draw-alternates = Nachrücker in ihrer Reihenfolge
check-chain-before = Die Unterlagen, auf die diese folgen
check-chain-pool = Derselbe Pool wie zuvor
check-chain-seats = Wer im Gremium saß, bleibt oder geht
check-chain-included = Wer bleiben darf
check-chain-rules = Dieselben Regeln wie zuvor
check-chain-time = Eine spätere Runde der Zufallsquelle
check-receipt-form = Ihr Beleg: seine Form
check-receipt-commitment = Ihr Beleg: die Festlegung
check-receipt-leaf = Ihr Beleg: Ihr Siegel
check-receipt-path = Ihr Beleg: die Liste der Personen im Pool
check-receipt-tickets = Ihr Beleg: Ihre Lose

# Warum etwas nicht geprüft wurde
not-published = Dafür braucht es Dateien, die nicht veröffentlicht sind.
needs-form = Dafür braucht es { $file }; diese Datei hat aber nicht die Form, die sie haben muss.
needs-pool = Dafür braucht es den Pool; der lässt sich aber nicht lesen oder passt nicht.
needs-receipt = Dafür braucht es den Beleg; der hat aber nicht die Form, die er haben muss.
needs-check = Dafür braucht es { $file }; die Prüfung dieser Datei selbst ist aber nicht bestanden.
needs-certificate = Dafür braucht es den Beweis der Gerechtigkeit; der fehlt aber, lässt sich nicht lesen oder handelt von etwas anderem.
needs-stages = Dafür braucht es die Stufen des Beweises der Gerechtigkeit; die halten aber nicht stand.
needs-numbers = Wer welche Nummer hat, folgt aus dem Pool; der fehlt aber oder hat nicht die Form, die er haben muss.
needs-randomness = Dafür braucht es einen Zufallswert, der zu seiner Signatur gehört.
needs-full = Dafür braucht es die vollständige Form der vorherigen Unterlagen.
needs-full-all = Dafür braucht es die vollständige Form aller Unterlagen, die genannt sind.
check-failed = Diese Seite konnte die Prüfung nicht durchführen ({ $error }).
file-beyond = { $file } ist mehr, als diese Seite fassen kann ({ $error }).
file-missing = { $file } fehlt.
file-irregular = { $file } ist keine gewöhnliche Datei.
file-large = { $file } ist größer, als eine Datei der Unterlagen sein darf.
file-too-large = { $file } ist zu groß für diese Seite; benutzen Sie ein anderes der Prüfprogramme.
file-unreadable = { $file } lässt sich nicht lesen.
member-unknown = Ein Gremium nennt ein Mitglied, das es nicht gibt.
drawn-unknown = { $file } nennt ein Mitglied, das es nicht gibt.
in-record = { $record }: { $reason }
record-before = In den vorherigen Unterlagen
record-line = In früheren Unterlagen
record-alternates = In den Unterlagen der Nachrücker
record-former = In Unterlagen eines früheren Gremiums
record-first = In der ersten Auslosung
record-beside = In Unterlagen, die in einem anderen Gremium Personen ersetzen

# files.present, files.hashes
files-stray = { $file } ist nicht so gekennzeichnet, wie es die Dateien einer Probe sind.
files-foreign = { $file } gehört nicht zu diesen Unterlagen, oder nichts, was sich lesen lässt, sagt, dass die Datei dazugehört.
files-there = Alle Dateien sind da ({ $count }), keine ist zu groß, und keine ist da, die nicht zu Unterlagen dieser Art gehört.
files-unnamed = { $by } nennt { $file } nicht.
files-named = { $by } nennt { $file }, und sollte es nicht.
files-changed = { $file } ist nicht die Datei, die { $by } nennt: Sie wurde geändert, oder eine andere wurde es.
files-match = Die digitalen Fingerabdrücke von Dateien, die in den Unterlagen stehen ({ $count }), sind die der vorliegenden Dateien.

# setup.form, pool.form, alternates.form, probabilities
setup-good = Die Einstellungen des Losverfahrens sind geschrieben, wie sie sein sollen.
pool-good = Der Pool (Personen: { $members }) und die Quoten ({ $quotas }) lassen sich lesen und passen zusammen.
alternates-number = alternates.json verlangt nicht so viele Nachrücker, wie setup.json nennt ({ $alternates }).
alternates-good = alternates.json ist geschrieben, wie es sein soll, und verlangt so viele Nachrücker, wie es Plätze gibt ({ $alternates }).
chances-rows = probabilities.csv hat { $rows } Zeilen, und der Pool hat eine andere Zahl von Personen: { $members }.
chances-person = Nummer { $number } von probabilities.csv ist nicht die Person, der der Pool diese Nummer gibt.
chances-listed = Die Liste der Chancen hat eine Zeile für jede Person im Pool, in der richtigen Reihenfolge.
chances-rows-other = Die Liste der Chancen hat nicht eine Zeile für jede Person im Pool.
chances-other = Person Nr. { $number } hat im Losverfahren so viele Lose: { $tickets }, und die Liste der Chancen sagt etwas anderes.
chances-good = Die Chance jeder Person ist die, die ihr das Losverfahren gibt.

# lottery
lottery-member = Ein Gremium hat das Mitglied mit der Nummer { $number }; im Pool sind nur { $members }.
lottery-seats = Die Zahl der Plätze ist in lottery.json { $seats } und in { $file } { $other }.
lottery-tickets = Die Zahl der Lose ist in lottery.json { $tickets } und in { $file } { $other }.
lottery-good = Das Losverfahren führt seine möglichen Gremien ({ $panels }) der Reihe nach auf, und keines zweimal.
size-wrong = Die Zahl der Mitglieder von Gremium { $panel } ist { $members } statt { $size }.
size-good = Jedes Gremium hat so viele Mitglieder, wie es Plätze gibt: { $size }.
quotas-good = Jedes Gremium hält alle Quoten ein.
rules-good = Jedes Gremium hält die Regeln für einzelne Personen und für Haushalte ein.
split-good = Jeder Eintrag des Losverfahrens ist in gleich große Gremien aufgeteilt ({ $panels }).
parts-good = Jedes der Gremien, die zusammen ausgelost werden ({ $panels }), hält alle Quoten ein.
tickets-none = Gremium { $panel } hat kein Los.
tickets-sum = Die Gremien haben zusammen { $sum } Lose, und nicht { $tickets }.
tickets-good = Jedes Gremium hat mindestens ein Los, und zusammen haben sie alle { $tickets }.
panel-quota = Gremium { $panel }: Für Datenzeile { $row } von quotas.csv zählen { $people } Personen, und sie verlangt { $min } bis { $max }.
panel-part = Gremium { $part } von { $parts } in Eintrag { $panel } des Losverfahrens: Für Datenzeile { $row } von quotas.csv zählen { $people } Personen, und sie verlangt { $min } bis { $max }.
panel-include = In Gremium { $panel } sitzt Person Nr. { $number } nicht, die fest gesetzt ist.
panel-exclude = In Gremium { $panel } sitzt Person Nr. { $number }, die ausgeschlossen ist.
panel-household = In Gremium { $panel } sitzen zu viele Personen aus dem Haushalt von Person Nr. { $number }.
panel-apart = In Gremium { $panel } sitzen zwei Personen aus Gruppe { $group } der Gruppen, die getrennt zu halten sind.

# certificate
certificate-types = certificate.json zählt { $types } Typen von Personen, und der Pool hat { $found }.
certificate-rule = certificate.json benutzt eine Regel „{ $rule }“, die es in diesen Unterlagen nicht gibt.
certificate-good = Der Beweis der Gerechtigkeit ist geschrieben, wie er sein soll (Stufen: { $stages }, Schnitte: { $cuts }).
cuts-solver = Schnitte beruhen auf dem Wort des Lösungsprogramms (Nummern { $cuts }), und Stufen benutzen sie (Nummern { $stages }).
cuts-none = Der Beweis der Gerechtigkeit benutzt keine Schnitte.
cuts-good = Der Beweis der Gerechtigkeit benutzt { $cuts ->
    [one] { $cuts } Schnitt, der durch Rechnen bewiesen ist.
   *[other] { $cuts } Schnitte, die durch Rechnen bewiesen sind.
}
cut-unproven = Schnitt { $cut } ist nicht bewiesen: { $why }
stage-wrong = Stufe { $stage } hält nicht stand: { $why }
stage-again = Stufe { $stage } legt Typ { $type } ein zweites Mal fest.
stage-open = Typ { $type } wird nie festgelegt.
stages-good = { $stages ->
    [one] Der Beweis der Gerechtigkeit hält in { $stages } Stufe stand: Kein Losverfahren mit Gremien, die die Regeln einhalten, ist gerechter. Das wurde allein durch Rechnen gezeigt.
   *[other] Der Beweis der Gerechtigkeit hält in { $stages } Stufen stand: Kein Losverfahren mit Gremien, die die Regeln einhalten, ist gerechter. Das wurde allein durch Rechnen gezeigt.
}
stages-solver = { $stages ->
    [one] Der Beweis der Gerechtigkeit hält in { $stages } Stufe stand: Kein Losverfahren mit Gremien, die die Regeln einhalten, ist gerechter; allein durch Rechnen gezeigte Stufen: { $alone }.
   *[other] Der Beweis der Gerechtigkeit hält in { $stages } Stufen stand: Kein Losverfahren mit Gremien, die die Regeln einhalten, ist gerechter; allein durch Rechnen gezeigte Stufen: { $alone }.
}
gap-wrong = Die Chance einer Person im Losverfahren weicht um { $gap } von der bewiesenen ab, und das ist mehr als Rundung.
gap-good = Die Chance jeder Person im Losverfahren ist die bewiesene, bis auf { $gap }.
proof-rule = Eine Regel „{ $rule }“ gibt es hier nicht.
proof-sign = „{ $rule }“ darf keinen negativen Multiplikator haben.
proof-leaf = Ein Blatt seines Beweises zeigt es nicht.
proof-range = Ihr Wert liegt nicht zwischen 0 und 1.
proof-below = Ihr Wert ist kleiner als der der Stufe davor.
proof-last = Sie hat keine Multiplikatoren und ist keine letzte Stufe mit dem Wert 1.
proof-left = Ihre Typen sind nicht alle, die noch übrig sind.
proof-types = Ihre Typen sind nicht die, die ihre Multiplikatoren nennen.
proof-value = Ihr Wert ist nicht der, der sich aus ihren Multiplikatoren ergibt.

# commit und beacon
commit-differs = commit.txt und setup.json stimmen nicht überein: „{ $line }“ ist in der ersten Datei { $own } und in der zweiten { $other }.
commit-follows = { $says } sagt, dass diese Unterlagen auf andere folgen, und { $silent } sagt es nicht.
commit-good = Die Festlegung ist geschrieben, wie sie sein soll.
commit-lines = pool.leaves hat { $lines } Zeilen; für { $members } Personen müssen es eine mehr sein als diese Zahl.
commit-other = Die versiegelte Liste der Personen im Pool ist nicht die, die festgelegt wurde.
commit-sealed = Die versiegelte Liste der Personen im Pool ist die, die festgelegt wurde.
seal-setup = Das Siegel von setup.json in pool.leaves ist ein anderes.
seal-member = Das Siegel von Person Nr. { $number } in pool.leaves ist ein anderes als das, das sich aus dem Pool ergibt.
seals-good = Die versiegelte Liste der Personen wurde aus diesem Pool erstellt.
round-known = Die Runde der Zufallsquelle war schon bekannt, als die Festlegung veröffentlicht wurde.
round-later = Die Runde der Zufallsquelle kommt nach dem Zeitpunkt, zu dem die Festlegung nach ihren eigenen Angaben veröffentlicht ist.
randomness-other = Der Zufallswert in beacon.json ist nicht der seiner Signatur.
round-other = beacon.json enthält Runde { $round }, und die Festlegung nennt Runde { $named }.
round-good = beacon.json enthält Runde { $round }, und diese nennt die Festlegung.
signature-wrong = Die Signatur ist nicht die der öffentlichen Zufallsquelle für diese Runde.
signature-good = Die öffentliche Zufallsquelle hat diese Runde signiert, sodass niemand deren Zahl aussuchen konnte.

# draw
result-key = result.json hat einen Schlüssel, obwohl Ziffern das Los sind.
result-no-key = result.json hat keinen Schlüssel.
result-good = Das Ergebnis ist geschrieben, wie es sein soll.
seed-blank = Der Text des Startwerts ist leer.
seed-spelled = Der Text des Startwerts hat nicht die Form, in der er aufgeschrieben wird (NFC, ohne Leerraum davor und danach).
seed-commitment = result.json nennt eine Festlegung, und es gibt keine.
seed-fingerprint = result.json nennt einen anderen Fingerabdruck als den von commit.txt.
seed-text = Der Startwert ist ein Text, der gesagt wurde.
seed-text-asked = Der Startwert ist ein Text, der gesagt wurde, wie es die Festlegung verlangt.
seed-count = Der Startwert besteht nicht aus so vielen Ziffern, wie die Festlegung verlangt ({ $count }).
seed-digits-good = Der Startwert besteht aus Ziffern, und zwar aus so vielen, wie die Festlegung verlangt.
seed-random = Der Startwert ist nicht der Zufallswert der öffentlichen Zufallsquelle.
seed-random-good = Der Startwert ist der Zufallswert der öffentlichen Zufallsquelle.
seed-no-random = Der Startwert ist kein Zufallswert einer öffentlichen Zufallsquelle.
key-good = Der Schlüssel der Ziehung folgt aus dem Startwert und aus dem, woraus gezogen wurde.
key-wrong = Der Schlüssel der Ziehung folgt nicht aus dem Startwert.
ticket-digits = Das Los besteht nicht aus den Ziffern, die gezogen wurden.
ticket-digits-good = Das Los besteht aus den Ziffern, die gezogen wurden.
ticket-wrong = Der Schlüssel zieht das Los { $ticket }, und result.json nennt { $named }.
ticket-good = Der Schlüssel zieht das Los { $ticket } von { $tickets } (gezählt ab 0).
drawn-none = Kein Gremium hat das Los.
drawn-other = Gremium { $panel } hat das Los, und result.json nennt Gremium { $named }.
drawn-members = Die Mitglieder in result.json sind nicht die des Gremiums im Losverfahren.
drawn-good = Gremium { $panel } hat das Los, und seine Mitglieder ({ $members }) sind genannt.
rows-split = split.json sagt nicht, in welchem Gremium die ausgelosten Mitglieder sitzen.
selected-wrong = { $file } enthält nicht genau die Zeilen, die der Pool für die ausgelosten Mitglieder hat.
selected-good = { $file } enthält genau die Zeilen, die der Pool für die ausgelosten Mitglieder hat.
remaining-wrong = { $file } enthält nicht genau die Zeilen, die der Pool für alle hat, die nicht ausgelost wurden.
remaining-good = { $file } enthält genau die Zeilen, die der Pool für alle hat, die nicht ausgelost wurden.
panels-wrong = { $file } enthält nicht genau die Zeilen, die der Pool für die ausgelosten Mitglieder hat, nach Gremium.
panels-good = { $file } enthält genau die Zeilen, die der Pool für die ausgelosten Mitglieder hat, nach Gremium.
new-wrong = { $file } enthält nicht genau die Zeilen, die der Pool für die ausgelosten Mitglieder hat, die vorher nicht im Gremium saßen.
new-good = { $file } enthält genau die Zeilen, die der Pool für die ausgelosten Mitglieder hat, die vorher nicht im Gremium saßen.
ordered-wrong = { $file } enthält nicht genau die Zeilen, die der Pool für die Nachrücker hat, in deren Reihenfolge.
ordered-good = { $file } enthält genau die Zeilen, die der Pool für die Nachrücker hat, in deren Reihenfolge.

# chain
chain-missing = Unterlagen, auf die diese folgen oder die sie nennen, sind nicht unter den vorliegenden: Wählen Sie den Ordner aus, in dem die Ordner von allen liegen (SHA-256 von result.json: { $hashes }).
chain-missing-together = Unterlagen, auf die diese folgen oder die sie nennen, sind nicht unter den vorliegenden: Legen Sie die Ordner von allen in den Ordner, den Sie auswählen (SHA-256 von result.json: { $hashes }).
before-differs = commit.txt und setup.json nennen nicht dieselben Unterlagen und denselben Schritt.
before-fingerprint = Die vorherigen Unterlagen haben einen anderen Fingerabdruck als den genannten.
before-rehearsal = Unterlagen, die diese nennen, sind von einer Probe, und diese sind es nicht.
before-circle = Die vorherigen Unterlagen folgen ihrerseits auf diese, also sind keine von ihnen die ersten.
before-alternates = Die vorherigen Unterlagen enthalten Nachrücker und kein Gremium.
before-part = In den vorherigen Unterlagen gibt es kein Gremium { $panel }.
before-parts = In den vorherigen Unterlagen werden mehrere Gremien ausgelost, und diese sagen nicht, auf welches davon sie folgen.
before-numbered = Personen sind dieselben, wenn ihre Kennungen es sind, und in einem Teil dieser Unterlagen sind Zeilen nur nummeriert.
before-no-alternates = Die Unterlagen, die als die von Nachrückern genannt sind, sind keine solchen.
before-other-alternates = Die Nachrücker sind die eines anderen Gremiums.
before-competes = Andere der vorliegenden Unterlagen ersetzen nach denselben Unterlagen ebenfalls Personen oder beginnen eine neue Amtszeit.
before-repeats = Andere der vorliegenden Unterlagen enthalten Nachrücker für dasselbe Gremium.
before-good = Die Unterlagen, auf die diese folgen, sind unter den vorliegenden, und nichts davon widerspricht diesem Schritt nach ihnen.
same-pool = Der Pool ist derselbe wie zuvor.
other-pool = Der Pool ist nicht derselbe wie in den vorherigen Unterlagen.
other-id-column = Die Kennungen stehen in einer anderen Spalte als in den vorherigen Unterlagen, sodass dieselbe Nummer eine andere Person sein kann.
other-leaves = Die versiegelte Liste der Personen im Pool ist nicht die der vorherigen Unterlagen.
tables-both = Dafür braucht es { $file } aus beiden Unterlagen. { $reason }
seats-silent = Die Unterlagen sagen nicht, wer in ihrem Gremium { $panel } sitzt.
seats-alternate = Person Nr. { $number } sitzt schon im Gremium oder saß darin, und kann trotzdem als Nachrücker gezogen werden.
seats-alternates-good = Niemand, der im Gremium sitzt oder saß, kann als Nachrücker gezogen werden.
seats-unsure = Person Nr. { $number } saß im vorherigen Gremium, und weder bleibt sie sicher, noch scheidet sie aus.
seats-other = Person Nr. { $number } sitzt in einem anderen Gremium oder ist aus diesem ausgeschieden, und kann trotzdem gezogen werden.
seats-unchanged = Aus dem vorherigen Gremium ist niemand ausgeschieden, sodass kein Platz zu besetzen ist.
seats-size = Die Zahl der Plätze ist { $seats }, und im vorherigen Gremium war sie { $before }.
seats-twice = Person Nr. { $number } wurde hier ausgelost und sitzt in einem anderen Gremium derselben Auslosung, in dem andere Unterlagen Personen ersetzen.
seats-good = Alle, die im vorherigen Gremium saßen, bleiben sicher oder sind ausgeschieden.
seats-rotate-unsure = Person Nr. { $number } saß im vorherigen Gremium, und weder bleibt sie sicher, noch ist sie ausgeschlossen.
seats-rotate-former = Person Nr. { $number } saß in einem früheren Gremium und ist weder fest gesetzt noch ausgeschlossen.
seats-rotate-good = Alle, die vorher im Gremium saßen, bleiben sicher oder sind ausgeschlossen, und wer aussetzt, ist auch ausgeschlossen, außer wer fest gesetzt ist.
included-none = Niemand ist fest gesetzt.
included-alternate = Jemand ist unter den Nachrückern fest gesetzt.
included-wrong = Person Nr. { $number } ist fest gesetzt und saß nicht im vorherigen Gremium.
included-wrong-alternates = Person Nr. { $number } ist fest gesetzt, saß nicht im vorherigen Gremium und gehört nicht zu den Nachrückern.
included-good = Alle, die fest gesetzt sind, saßen im vorherigen Gremium.
included-good-alternates = Alle, die fest gesetzt sind, saßen im vorherigen Gremium oder gehören zu den Nachrückern.
rules-columns = Andere Spalten machen einen Haushalt aus als in den vorherigen Unterlagen.
rules-limit = So viele Personen aus einem Haushalt dürfen im Gremium sitzen: { $limit }; in den vorherigen Unterlagen: { $before }.
rules-excluded = Person Nr. { $number } ist in den vorherigen Unterlagen ausgeschlossen und in diesen nicht.
rules-apart-lost = Die Personen mit den Nummern { $numbers } werden in den vorherigen Unterlagen getrennt gehalten und in diesen nicht.
rules-apart-new = Die Personen mit den Nummern { $numbers } werden getrennt gehalten und wurden es in den vorherigen Unterlagen nicht.
rules-apart-strangers = Die Personen mit den Nummern { $numbers } werden getrennt gehalten, wurden es in den vorherigen Unterlagen nicht und sind nicht aus einem Haushalt.
rules-apart-included = Die Personen mit den Nummern { $numbers } werden getrennt gehalten, wurden es in den vorherigen Unterlagen nicht, und eine von ihnen ist fest gesetzt.
rules-barred = Person Nr. { $number } kam ins Gremium, obwohl jemand in einem anderen Gremium aus demselben Haushalt ist oder von ihr getrennt zu halten ist.
rules-same = Die Regeln sind die der vorherigen Unterlagen, und niemand kam ins Gremium, dem andere im Weg stehen.
time-wrong = Die Runde der Zufallsquelle ist dort { $before }, und Runde { $round } dieser Unterlagen kommt nicht danach.
time-early = Runde { $before } der Zufallsquelle stand noch bevor, als die Festlegung dieser Unterlagen veröffentlicht wurde.
time-good = Die Runde der Zufallsquelle kommt nach denen aller vorherigen Unterlagen, und sie wurde erst festgelegt, als jene gekommen waren.

# receipt
receipt-form-good = Der Beleg ist geschrieben, wie er sein soll.
receipt-other = Der Beleg ist von einer anderen Auslosung oder einem anderen Anlauf: Sein Fingerabdruck ist nicht der von commit.txt.
receipt-belongs = Der Beleg gehört zu dieser Festlegung.
receipt-no-number = In der versiegelten Liste der Personen im Pool gibt es keine Nummer { $number }.
receipt-unsealed = Was der Beleg über seine Person sagt, ist nicht das, was versiegelt wurde.
receipt-sealed = Was der Beleg über seine Person sagt, ist das, was versiegelt wurde.
receipt-path-wrong = Der Beleg führt nicht zu der Liste der Personen im Pool, die festgelegt wurde.
receipt-path-good = Der Beleg führt zu der Liste der Personen im Pool, die festgelegt wurde.
receipt-tickets-wrong = Person Nr. { $number } hat { $tickets } Lose im Losverfahren und { $claimed } auf dem Beleg.
receipt-tickets-good = Person Nr. { $number } hat { $own } der { $tickets } Lose des Losverfahrens.

# Wie eine Datei nicht ist, wie sie sein soll. Stellen in einer Datei ($where) sind Namen und, bei Listen, Nummern ab 1.
receipt-file = Der Beleg
bad-text = { $file } ist kein Text in UTF-8.
bad-json = { $file } ist kein JSON, wie es in Unterlagen steht: { $what } (Byte { $byte }).
json-expected = „{ $mark }“ fehlt
json-deep = zu tief verschachtelt
json-value = etwas, das kein Wert ist, oder eine negative Zahl
json-short = es endet zu früh
json-number = eine Zahl, die nicht als ganze Zahl unter 2^53 geschrieben ist
json-open = eine Zeichenkette, die nicht endet
json-control = ein Steuerzeichen in einer Zeichenkette
json-escape = eine Umschreibung eines Zeichens, die es in JSON nicht gibt
json-surrogate = ein halbes Zeichen (ein einzelnes Surrogat)
json-key = ein Schlüssel fehlt
json-twice = der Schlüssel „{ $key }“ steht zweimal da
json-more = nach dem Ende kommt noch etwas
bad-object = { $file } ist kein JSON-Objekt, wo es eines sein soll ({ $where }).
bad-key = { $file } hat einen Schlüssel, der nicht beschrieben ist: { $where }.
bad-no-key = In { $file } fehlt ein Schlüssel: { $where }.
bad-value = { $file }, { $where }: Das ist nicht „{ $wanted }“.
bad-whole = { $file }, { $where }: Das ist keine ganze Zahl, die mindestens { $least } ist.
bad-most = { $file }, { $where }: { $number } ist mehr als { $most }.
bad-string = { $file }, { $where }: Das ist kein Text.
bad-hash = { $file }, { $where }: Das ist kein SHA-256 (64 hexadezimale Ziffern in Kleinschreibung).
bad-signature = { $file }, { $where }: Das sind nicht 96 hexadezimale Ziffern in Kleinschreibung.
bad-list = { $file }, { $where }: Das ist keine Liste.
bad-twice = { $file }, { $where }: Etwas ist zweimal genannt.
bad-order = { $file }, { $where }: Das steigt nicht an.
bad-fraction = { $file }, { $where }: Das ist kein vollständig gekürzter Bruch.
bad-zero = { $file }, { $where }: Das ist eine 0, und die wird weggelassen.
bad-rule = { $file }, { $where }: „{ $rule }“ ist keine Regel.
bad-type = { $file }, { $where }: Einen solchen Typ von Personen gibt es nicht.
bad-deep = { $file }, { $where }: Der Beweis hat mehr als { $most } Verzweigungen untereinander.
bad-objective = { $file }, { $where }: Das ist nicht der Name eines Ziels.
bad-step = { $file }: „{ $step }“ ist kein Schritt nach anderen Unterlagen.
bad-alternates = { $file } nennt Nachrücker, ersetzt aber niemanden.
bad-former = { $file } nennt frühere Gremien, beginnt aber keine neue Amtszeit.
bad-panels-few = { $file } sagt, dass weniger als zwei Gremien zusammen ausgelost werden.
bad-panels-size = { $file }: { $size } Plätze können nicht { $panels } gleich große Gremien sein.
bad-panels-follows = { $file } folgt auf andere Unterlagen und hat mehrere eigene Gremien.
bad-both = { $file }: Jemand ist fest gesetzt und ausgeschlossen.
bad-apart = { $file }: Eine Gruppe von Personen, die getrennt zu halten sind, hat weniger als zwei.
bad-limit = { $file }: Die Grenze für Haushalte ist nicht 1, aber keine Spalten machen Haushalte aus.
bad-end = { $file } endet nicht mit einem Zeilenende.
bad-first-line = { $file } beginnt nicht mit der Zeile „{ $line }“.
bad-line-missing = { $file } hat die Zeile „{ $line }“ nicht dort, wo sie hingehört.
bad-line = { $file } hat eine Zeile „{ $line }“, die nicht die beschriebene Form hat.
bad-attempts = { $file } nennt eine andere Zahl früherer Anläufe ({ $count }), als Anlauf { $attempt } hat.
bad-attempt-twice = { $file } nennt einen früheren Anlauf zweimal.
bad-digits = { $file } verlangt eine andere Zahl von Ziffern ({ $count }), als man braucht, um die Lose zu nummerieren.
bad-file-lines = { $file } hat die Zeilen „file“ in einer anderen Reihenfolge oder eine davon zweimal.
bad-leaf = { $file } hat in Zeile { $line } keinen SHA-256.
bad-leaves = { $file } hat { $lines } Zeilen, und im Pool sind { $members } Personen.
bad-panel-order = { $file }: Gremium { $panel } kommt nicht nach dem davor.
bad-lists = { $file } hat { $lists } Listen und das Losverfahren { $panels } Gremien.
bad-entries = { $file }, Liste { $list }: Die Zahl der Einträge ist { $entries } und die der Mitglieder { $members }.
bad-part = { $file }, Liste { $list }: Ein Gremium { $part } von { $parts } gibt es nicht.
bad-seats = { $file }, Liste { $list }: Die Zahl der Mitglieder in Gremium { $part } ist { $members } statt { $seats }.
bad-feature = { $file }: Ein Merkmal des Blatts ist kein Paar.
bad-leaf-text = { $file }: Das Blatt ist nicht in der beschriebenen Form geschrieben.
bad-nul = { $file } enthält ein NUL-Byte.
bad-no-header = { $file } hat keine Kopfzeile.
bad-no-rows = { $file } hat keine Zeile unter der Kopfzeile.
bad-cells = { $file }, Zeile { $line }: Die Zahl der Zellen ist { $cells } und in der Kopfzeile { $header }.
bad-open-quote = { $file }: Ein Anführungszeichen in Zeile { $line } wird nie geschlossen.
bad-after-quote = { $file }: Text nach einem schließenden Anführungszeichen, in Zeile { $line } oder darunter.
bad-column-twice = { $file } hat mehr als eine Spalte „{ $column }“.
bad-no-column = { $file } hat keine Spalte „{ $column }“.
bad-column-spelled = { $file } schreibt die Spalte „{ $column }“ anders: „{ $found }“.
bad-id-column = { $file } hat eine Spalte „{ $column }“, sodass die Zeilen nicht stattdessen nummeriert werden können.
bad-id-blank = { $file } hat in Datenzeile { $row } eine leere Kennung.
bad-id-twice = { $file } hat zwei verschiedene Zeilen mit der Kennung „{ $id }“.
bad-cell = { $file } hat „{ $cell }“ als { $category } von „{ $id }“, und das gibt es in den Quoten nicht.
bad-mark = { $file } hat nicht in jeder Zeile „{ $mark }“ als erste Zelle, wie es bei einer Probe ist.
bad-header = { $file } hat nicht die Kopfzeile „{ $wanted }“.
bad-number = { $file } hat Nummer { $number } nicht dort, wo sie hingehört.
bad-quota-header = { $file } hat nicht genau eine der drei Kopfzeilen, die verstanden werden.
bad-quota-order = { $file }, Datenzeile { $row }: Das Minimum ist größer als das Maximum.
bad-quota-flex = { $file }, Datenzeile { $row }: „{ $column }“ lässt weniger Spielraum als die Quote selbst.
bad-quota-number = { $file }, Datenzeile { $row }: „{ $cell }“ ist keine ganze Zahl von 0 bis { $most }.
bad-quota-value = { $file } hat in Datenzeile { $row } keinen Wert.
bad-quota-twice = { $file } hat den Wert „{ $value }“ von „{ $category }“ zweimal.
bad-quota-category = { $file } hat in Datenzeile { $row } weder eine Spalte des Pools noch eine Kombination von Werten, die eigene Zeilen haben.
bad-quota-categories = { $file } hat in der Kombination von Datenzeile { $row } ein Merkmal zweimal.
bad-quota-second = { $file } hat in Datenzeile { $row } eine zweite Quote für dieselbe Kombination.
fit-members = Die Zahl der Personen ist in pool.csv { $members } und in setup.json { $stated }.
fit-seats = Das Gremium hat { $seats } Plätze, und die Zahl der Personen, die darin sitzen können, ist nur { $open }.
fit-few = Im Pool sind zu wenige Personen für das Minimum von Datenzeile { $row } von quotas.csv.
fit-more = Datenzeile { $row } von quotas.csv verlangt mehr Personen, als es Plätze gibt.
fit-included = Es sind mehr Personen fest gesetzt, als Datenzeile { $row } von quotas.csv erlaubt.
fit-minimums = Die Minima von „{ $category }“ ergeben zusammen mehr als die Plätze ({ $seats }).
fit-maximums = Die Maxima von „{ $category }“ ergeben zusammen weniger als die Plätze ({ $seats }).
fit-included-seats = Es sind mehr Personen fest gesetzt, als es Plätze gibt.
fit-household = Es sind mehr Personen aus einem Haushalt fest gesetzt, als im Gremium sitzen dürfen.
fit-apart = Zwei Personen sind fest gesetzt, die getrennt zu halten sind.
