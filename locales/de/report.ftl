# Die Seite über eine Auslosung (klero report) und ihre Schaubilder (klero plot).

rehearsal = PROBE, NICHT DIE AUSLOSUNG
rehearsal-explained = Diese Seite handelt von einer Probe. Sie wählt niemanden aus.

title-drawn = Wie das Gremium ausgelost wurde
title-panels = Wie die Gremien ausgelost wurden
title-waiting = Das Losverfahren für das Gremium
title-replace = Wie frei gewordene Plätze besetzt wurden
title-alternates = Wie die Nachrücker ausgelost wurden
title-rotate = Wie das Gremium der neuen Amtszeit ausgelost wurde

how-heading = Kurz gesagt
how-quotas = Es haben sich mehr Menschen gemeldet, als es Plätze gibt. Quoten, die vor der Auslosung festgelegt wurden, sagen, wie viele Plätze jede Gruppe mindestens und höchstens bekommt.
how-panels = Ein Computer hat viele Gremien zusammengestellt, von denen jedes alle Quoten einhält, und jedem davon nummerierte Lose gegeben.
how-sets = Ein Computer hat viele solche Sätze von Gremien zusammengestellt, in denen jedes Gremium alle Quoten einhält, und jedem Satz nummerierte Lose gegeben.
how-leximin = Die Lose sind so verteilt, dass die Person mit der kleinsten Chance eine so große Chance hat, wie es die Quoten erlauben; dann die Person mit der nächstgrößeren Chance, und so weiter.
how-fairest = Kein anderes Losverfahren ist in diesem Sinn gerechter.
how-rounded = Bei { $tickets } Losen lassen sich Chancen nur in ganzen Losen verteilen. Deshalb ist dieses Losverfahren nicht ganz das gerechteste: Seine Chancen sind bis zu { $points } Prozentpunkte von den gerechtesten entfernt.
how-other = Die Lose sind nach der Regel „{ $objective }“ verteilt. Dass es kein gerechteres Losverfahren gibt, wird nicht behauptet.
how-ticket = Dann wurde ein Los gezogen. Alle Lose waren gleich wahrscheinlich, und das Gremium mit diesem Los ist ausgewählt.
how-waiting = Noch wurde kein Los gezogen. Wenn es so weit ist, sind alle Lose gleich wahrscheinlich, und das Gremium mit dem gezogenen Los wird ausgewählt.
how-together = Mehrere Gremien werden zusammen aus einem Pool ausgelost. Die Quoten gelten für jedes einzelne, und niemand sitzt in zweien.
how-replace = Einige Mitglieder eines früheren Gremiums sind ausgeschieden. Wer geblieben ist, behält den Platz; andere aus demselben Pool bekommen die freien Plätze. Die Quoten gelten für alle, die dann im Gremium sitzen.
how-alternates = Nachrücker springen ein, wenn Mitglieder des Gremiums ausscheiden. Wer schon im Gremium sitzt, konnte nicht gezogen werden.
how-rotate = Eine neue Amtszeit beginnt. Wer bleibt, behält den Platz; die anderen Plätze gehen an neue Mitglieder. Frühere Mitglieder setzen aus.
how-rules = Weitere Regeln, die jedes Gremium einhält:
rule-household = Personen aus einem Haushalt, die im Gremium sitzen dürfen, höchstens: { $limit }
rule-apart = Gruppen von Personen, von denen höchstens eine im Gremium sitzen darf: { $groups }
rule-include = Personen, die in jedem Gremium sitzen: { $people }
rule-exclude = Personen des Pools, die in keinem Gremium sitzen: { $people }

fact-pool = Personen im Pool
fact-panel = Plätze im Gremium
fact-panels = Gremien dieser Größe, zusammen ausgelost
fact-open-people = Personen, die gezogen werden konnten
fact-open-seats = Plätze, die für sie offen waren
fact-lottery = Gremien im Losverfahren
fact-sets = Sätze von Gremien im Losverfahren
fact-tickets = Lose
fact-ticket = Gezogenes Los (gezählt ab 0)
fact-number = Nummer des gezogenen Gremiums
fact-smallest = Kleinste Chance
fact-none = Personen ohne Los
fact-smallest-drawn = Kleinste Chance derer, die gezogen werden können
fact-largest = Größte Chance

groups-heading = Pool, Quoten und Gremium
groups-intro = Für jede Gruppe: ihr Anteil am Pool und am Gremium. Die Klammern stehen beim kleinsten und beim größten Anteil am Gremium, den die Quote erlaubt.
groups-intro-population = Für jede Gruppe: ihr Anteil an der Bevölkerung, am Pool und am Gremium. Die Klammern stehen beim kleinsten und beim größten Anteil am Gremium, den die Quote erlaubt.
groups-title = { $category }: Anteile und Quoten
legend-brackets = der kleinste und der größte Anteil am Gremium, den die Quote erlaubt
quota = Quote { $range }
bar-population = Bevölkerung { $share }
bar-pool = im Pool { $share }
bar-panel = Gremium { $seats } ({ $share })
bar-numbered = Gremium { $number }: { $seats } ({ $share })
bar-average = im Mittel { $seats } ({ $share })
groups-together = Quoten für mehrere Merkmale zugleich

table = Die Zahlen als Tabelle: { $title }
col-group = Gruppe
col-quota = Quote
col-pool = Im Pool
col-pool-share = Anteil am Pool
col-population = Anteil an der Bevölkerung
col-average = Plätze im Mittel
col-panel = Plätze im Gremium
col-numbered = Gremium { $number }

names-heading = Die ausgelosten Mitglieder
names-note = Diese Liste enthält persönliche Daten. Geben Sie sie nur denen, die sie sehen dürfen.
col-on-panel = Gremium
col-new = Neu
is-new = ja

chances-heading = Die Chancen aller
chances-intro = Alle Personen des Pools stehen in der Reihenfolge ihrer Chance, die kleinste zuerst. Die Chancen sind wegen der Quoten verschieden: Wo sich aus einer Gruppe wenige gemeldet haben, muss jede Person daraus öfter gezogen werden.
chances-open = Hier geht es um die Personen, die gezogen werden konnten. Ob jene einen Platz haben, die bleiben oder ausgeschieden sind, hat nicht das Los entschieden.
chances-smallest = Die kleinste Chance ist { $chance }, die größte { $largest }.
chances-smallest-drawn = Unter denen, die gezogen werden können, ist die kleinste Chance { $chance }.
chances-bound = Kein Losverfahren, das die Regeln einhält, kann allen mehr als { $fraction } ({ $chance }) geben. Der Beweis steht in den Unterlagen der Auslosung (certificate.json), und klero verify rechnet ihn nach.
chances-bound-rest = Kein Losverfahren, das die Regeln einhält, kann allen, die überhaupt gezogen werden können, mehr als { $fraction } ({ $chance }) geben. Der Beweis steht in den Unterlagen der Auslosung (certificate.json), und klero verify rechnet ihn nach.
chances-even = Wenn die Quoten keine Rolle spielten, hätten alle die gleiche Chance: { $seats } von { $people }, also { $chance }.
chances-none = Personen ohne Los, obwohl niemand sie ausgeschlossen hat: { $people }. In der Regel lassen ihnen die Quoten keinen Platz.
chances-legacy = Zum Vergleich: Bis vor einigen Jahren besetzten die meisten Bürgerräte ihre Plätze einzeln nach einer gierigen Regel („legacy“). An diesem Pool { $draws }-mal ausprobiert (Startwert { $seed }), zog sie die Person, die sie am seltensten zog, in { $smallest } der Versuche, und die Person, die sie am häufigsten zog, in { $largest }.
chances-no-legacy = Zum Vergleich wurde auch eine gierige Regel („legacy“) ausprobiert, nach der früher die meisten Bürgerräte ihre Plätze einzeln besetzten. Sie fand kein Gremium.
chart-chances = Chancen auf einen Platz
axis-members = Anteil der Personen, von der kleinsten Chance zur größten
curve-lottery = dieses Losverfahren
curve-none = Personen ohne Los darin: { $people }
curve-legacy = gierige Regel, aus { $draws } Versuchen
line-even = die gleiche Chance für alle: { $chance }
line-bound = mehr als das kann nicht jede Person bekommen: { $chance }
line-bound-rest = mehr als das kann nicht jede Person bekommen, die gezogen werden kann: { $chance }
mark-smallest = kleinste { $chance }
mark-largest = größte { $chance }
mark-beyond = größte { $chance }, oberhalb des Bildes ↑
col-people = Personen
col-lottery = Dieses Losverfahren
col-legacy = Gierige Regel
row-least = die kleinste Chance
row-part = { $share } der Personen haben höchstens
row-most = die größte Chance

letters-heading = Vom Brief zum Platz
letters-intro = Wer einen Brief bekommen hatte, konnte sich melden. Die Chance eines Haushalts, dass jemand aus ihm im Gremium sitzt, hat also drei Teile: die Chance auf einen Brief, über den das Los entschied; ob jemand antwortet, was bei den Menschen liegt; und die Chance, ausgewählt zu werden, die dieses Losverfahren gibt.
letters-title = Die Chancen vom Brief zum Platz
letters-everybody = alle Haushalte
letters-col-group = Gruppe
letters-col-households = Haushalte
letters-col-letters = Briefe
letters-col-invited = Chance auf einen Brief
letters-col-answered = Beantwortete Briefe
letters-col-selected = Chance, ausgewählt zu werden, im Mittel
letters-col-sits = Chance auf einen Platz
letters-note = Die Chance auf einen Brief und die Chance, ausgewählt zu werden, sind exakt. Wie viele Briefe beantwortet werden, kann vorher niemand wissen; der Anteil zeigt, wie viele es tatsächlich waren. Die Chance auf einen Platz ist das Produkt der drei: Sie gilt für einen Haushalt der Gruppe, im Mittel.

pairs-heading = Zwei Gruppen zugleich
pairs-intro = Quoten gelten jeweils für eine Gruppe. Für Menschen, die zu zwei Gruppen zugleich gehören, zum Beispiel { $example }, hat niemand eine Zahl von Plätzen festgelegt. Was dieses Losverfahren ihnen gibt, wurde über alle Lose genau ausgezählt.
pairs-count = Paare von Gruppen, zu denen jemand im Pool gehört und die keine eigene Quote haben: { $pairs }. Davon sicher im Gremium vertreten, was immer gezogen wird: { $certain }.
pairs-shares = Bei Paaren, deren Anteil an der Bevölkerung angegeben wurde, vergleicht die Tabelle auch mit diesem Anteil.
pairs-shares-none = Die angegebenen Anteile an der Bevölkerung sind die einzelner Gruppen. Wie viele Menschen zu zwei Gruppen zugleich gehören, folgt daraus nicht; verglichen wird hier deshalb mit dem Pool.
pairs-shown = Das Schaubild zeigt die Paare, die am ehesten niemanden im Gremium haben, unter denen, die nach ihrem Anteil am Pool mindestens einen Platz hätten.
pairs-shown-population = Das Schaubild zeigt die Paare, die am ehesten niemanden im Gremium haben, unter denen, die nach ihrem Anteil an der Bevölkerung oder, wo er nicht angegeben wurde, am Pool mindestens einen Platz hätten.
pairs-all = Jedes Paar, das nach seinem Anteil am Pool mindestens einen Platz hätte, ist sicher im Gremium vertreten.
pairs-all-population = Jedes Paar, das nach seinem Anteil an der Bevölkerung oder, wo er nicht angegeben wurde, am Pool mindestens einen Platz hätte, ist sicher im Gremium vertreten.
pairs-together = Bei mehreren Gremien geht es hier um eines davon, im Mittel.
chart-pairs = Wie wahrscheinlich mindestens ein Mitglied ist
pair = { $one } + { $other }
col-pair = Paar von Gruppen
col-by-share = Plätze nach Anteil am Pool
col-one = Mindestens ein Mitglied
col-rounded = So viele wie nach Anteil, ab- oder aufgerundet
col-rounded-pool = So viele wie nach Anteil am Pool, ab- oder aufgerundet
col-by-population = Plätze nach Anteil an der Bevölkerung
col-rounded-population = So viele wie nach Anteil an der Bevölkerung, ab- oder aufgerundet
col-drawn = Gezogenes Gremium

draw-heading = Die Ziehung
draw-committed = Vor der Ziehung wurden alle Dateien durch einen Fingerabdruck festgelegt. Die Veranstalter sagen, dass er am { $moment } veröffentlicht wurde. Vergleichen Sie ihn mit dem, was damals gedruckt wurde.
draw-attempts = Frühere Anläufe zu dieser Ziehung, mit diesen Fingerabdrücken: { $attempts }
draw-beacon = Der Startwert ist Runde { $round } von quicknet (drand), einer öffentlichen Zufallsquelle, deren Werte niemand vorher kennen oder lenken kann. Die Runde kam am { $moment }.
draw-digits = Der Startwert besteht aus Ziffern, die von Hand gezogen wurden.
draw-phrase = Der Startwert ist ein Text, den jemand gesagt hat.
draw-at-once = Vor der Ziehung gab es keine Festlegung: Der Startwert ist ein Text, und nichts zeigt, dass er nicht auf ein gewünschtes Ergebnis hin gewählt wurde.
will-beacon = Der Startwert wird Runde { $round } von quicknet (drand) sein, einer öffentlichen Zufallsquelle, deren Werte niemand vorher kennen oder lenken kann. Die Runde kommt am { $moment }.
will-digits = Der Startwert wird aus Ziffern bestehen, die von Hand gezogen werden. Anzahl der Ziffern: { $count }.
will-phrase = Der Startwert wird ein Text sein, den jemand sagt.
will-open = Noch gibt es keine Festlegung: Nichts steht fest, und woher der Startwert kommt, ist offen.
draw-rule = Startwert und Losverfahren bestimmen das Los nach einer Regel, die jede Person nachvollziehen kann.
label-fingerprint = Fingerabdruck
label-seed = Startwert
label-key = Schlüssel
label-ticket = Los
label-panel = Gremium in lottery.json
ticket-of = { $ticket } von { $tickets }, gezählt ab 0

verify-heading = Wie man es prüft
verify-intro = Wer die Unterlagen der Auslosung hat, also den Ordner, aus dem diese Seite gemacht ist, kann die Ziehung prüfen, ohne irgendjemandem vertrauen zu müssen. Hier heißt der Ordner „record“:
verify-public = Die Unterlagen der Auslosung haben eine öffentliche Form: einen Ordner ohne Namen, der für alle gemacht ist. Wer ihn hat, kann die Ziehung prüfen, ohne irgendjemandem vertrauen zu müssen. Hier heißt der Ordner „public“:
verify-program = mit dem Programm klero: { $command }
verify-page = im Browser: verify.html öffnen und den Ordner auswählen (auf einem Telefon: seine Dateien); nichts verlässt Ihr Gerät
verify-script = mit Python: { $command }
verify-hand = von Hand, mit gewöhnlichen Werkzeugen, wie es in docs/by-hand.md steht
verify-needs = Manche Prüfungen brauchen die Dateien mit persönlichen Daten und sind mit der öffentlichen Form nicht möglich: Dort sagen diese Programme NOT CHECKED (nicht geprüft). Wer die vollständigen Unterlagen sehen darf, kann auf dieselbe Weise alle Prüfungen machen.
verify-beacon = Das Python-Skript kann die Signatur einer öffentlichen Zufallsquelle nicht prüfen. Deshalb ist seine letzte Zeile NOT VERIFIED (nicht bestätigt), auch wenn nichts fehlgeschlagen ist; klero und verify.html prüfen auch die Signatur.
verify-receipt = Jede Person im Pool kann einen Beleg verlangen. Er zeigt, dass sie im Pool ist, mit welchen Merkmalen und mit wie vielen Losen.
verify-said = Als diese Seite gemacht wurde, sagte klero verify über die vollständigen Unterlagen:
verify-means = Das heißt: Jede Prüfung wurde gemacht, und keine schlug fehl.
verify-brackets = Was in Klammern steht, sollte man außerdem wissen.
verify-alone = Diese Unterlagen folgen auf andere. Nur zusammen mit jenen lässt sich alles prüfen: Geben Sie klero verify beide Ordner.

# The verdict, in the words of verify.ftl
verified = BESTÄTIGT
not-verified = NICHT BESTÄTIGT
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

limits-heading = Was nicht garantiert ist
limit-pool = Dass alle im Pool sind, die sich gemeldet haben, und dass jeder Eintrag ein wirklicher Mensch mit den genannten Merkmalen ist.
limit-seed = Dass der Startwert nicht so gewählt wurde, dass das Ergebnis jemandem passt.
limit-published = Dass der Fingerabdruck öffentlich war, bevor irgendjemand den Startwert kennen konnte.
limit-objective = Dass kein Losverfahren gerechter ist.
limit-dropouts = Dass jene, die ausgeschieden sein sollen, es wirklich sind, und dass niemand diesen Schritt zweimal ausgelost hat.
limit-features = Dass das Gremium der Bevölkerung in etwas gleicht, wofür es keine Quote gibt.
limit-small = Dass jemand mit großer Chance gezogen wird oder jemand mit kleiner Chance nicht: Das ist das Wesen eines Losverfahrens.

made = Erstellt von klero { $version } aus den Dateien der Unterlagen und aus nichts sonst.
made-shares = Erstellt von klero { $version } aus den Dateien der Unterlagen und den Anteilen der Bevölkerung.
