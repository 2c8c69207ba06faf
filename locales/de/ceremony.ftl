rehearsal = PROBE, NICHT DIE AUSLOSUNG
rehearsal-sheet = Dieses Blatt ist für eine Probe. Was damit gezogen wird, zählt nicht.

# Auf jeder Seite
sheet-title = Öffentliche Auslosung: { $assembly }
sheet-page = Seite { $page } von { $pages }
sheet-fingerprint = Fingerabdruck { $groups } …
read-aloud = Vorlesen
to-do = Zu tun
panel = Gremium { $number }

# Die erste Seite
first-what = Das Blatt für den Saal
first-draw = Auslosung { $draw }, Anlauf { $attempt }
first-steps = Schritt für Schritt
fact-members = Personen im Pool
fact-panels = Gremien, die zusammen ausgelost werden
fact-size = Mitglieder des Gremiums
fact-size-each = Mitglieder jedes Gremiums
fact-lottery = Verschiedene Gremien, die gezogen werden können
fact-sets = Verschiedene Sätze von Gremien, die gezogen werden können
fact-tickets = Lose, alle gleich wahrscheinlich
fact-seed = Was entscheidet
fact-published = Fingerabdruck veröffentlicht (laut Festlegung)
fact-earlier = Frühere Anläufe, in commit.txt genannt
seed-digits = { $count ->
    [one] { $count } Ziffer, von Hand gezogen
   *[other] { $count } Ziffern, von Hand gezogen
}
seed-beacon = Runde { $round } der öffentlichen Zufallsquelle drand quicknet ({ $time })
seed-phrase = Ein Text, den jemand sagt
needs-title = Was da sein muss
needs-people = Eine Person liest vor, eine zieht, eine schreibt auf, zwei bezeugen. Wer zieht, gehört nicht zu den Veranstaltern.
needs-digits = Zehn Kugeln mit den Ziffern 0 bis 9 und etwas, woraus man sie zieht. Die 6 und die 9 haben einen Strich unter der Ziffer. Ein zehnseitiger Würfel mit 0 bis 9 geht auch.
needs-beacon = Eine Verbindung zum Netz, um die Runde abzurufen; oder jemand außerhalb, der sie abruft.
needs-phrase = Etwas, das den Text bestimmt, damit ihn niemand im Saal aussucht.
needs-screen = Der Computer mit den Unterlagen der Auslosung und ein Bildschirm, den alle sehen.
needs-fingerprint = Der Fingerabdruck, wie er veröffentlicht wurde: die Zeitung, ein Brief, die Webseite.

# 1
opening-title = Eröffnung
opening-do = Warten Sie, bis alle sehen können, was gezogen wird, und Sie hören können.
opening-welcome = Willkommen zur öffentlichen Auslosung: { $assembly }.
opening-rehearsal = Dies ist eine Probe. Was jetzt gezogen wird, zählt nicht.
opening-pool = { $members ->
    [one] Im Pool ist { $members } Person.
   *[other] Im Pool sind { $members } Personen.
}
opening-size = { $size ->
    [one] Jetzt wird ein Gremium ausgelost. Es hat { $size } Mitglied.
   *[other] Jetzt wird ein Gremium ausgelost. Es hat { $size } Mitglieder.
}
opening-several = { $size ->
    [one] Jetzt werden { $panels } Gremien zusammen ausgelost. Jedes hat { $size } Mitglied, und niemand sitzt in zweien.
   *[other] Jetzt werden { $panels } Gremien zusammen ausgelost. Jedes hat { $size } Mitglieder, und niemand sitzt in zweien.
}
opening-replace = { $size ->
    [one] Mitglieder des Gremiums sind ausgeschieden. Jetzt wird es ergänzt; dann hat es wieder { $size } Mitglied. Wer geblieben ist, behält den Platz.
   *[other] Mitglieder des Gremiums sind ausgeschieden. Jetzt wird es ergänzt; dann hat es wieder { $size } Mitglieder. Wer geblieben ist, behält den Platz.
}
opening-alternates = { $size ->
    [one] Jetzt wird { $size } Person ausgelost, die nachrücken kann, wenn Mitglieder ausscheiden.
   *[other] Jetzt werden { $size } Personen ausgelost, die nachrücken können, wenn Mitglieder ausscheiden.
}
opening-rotate = { $size ->
    [one] Jetzt wird das Gremium der neuen Amtszeit ausgelost. Es hat { $size } Mitglied. Wer bleibt, behält den Platz.
   *[other] Jetzt wird das Gremium der neuen Amtszeit ausgelost. Es hat { $size } Mitglieder. Wer bleibt, behält den Platz.
}
opening-quotas = Was immer gezogen wird, hält die veröffentlichten Quoten ein.
opening-tickets = Alle möglichen Ergebnisse wurden vorher aufgelistet. Es gibt { $tickets ->
    [one] { $tickets } Los
   *[other] { $tickets } Lose
}, nummeriert von { $first } bis { $last }. Jedes Los sagt, welche Mitglieder einen Platz haben. Jedes ist so wahrscheinlich wie jedes andere.
opening-digits = { $count ->
    [one] Welches Los es ist, entscheidet { $count } Ziffer, die hier von Hand gezogen wird. Niemand kann sie jetzt schon kennen.
   *[other] Welches Los es ist, entscheiden { $count } Ziffern, die hier von Hand gezogen werden. Niemand kann sie jetzt schon kennen.
}
opening-beacon = Welches Los es ist, entscheidet ein öffentlicher Zufallswert.
opening-phrase = Welches Los es ist, entscheidet ein Text, der hier gesagt wird.

# 2
fingerprint-title = Der Fingerabdruck
fingerprint-what = Woraus gezogen wird, wurde vorher festgelegt: wer im Pool ist, welche Ergebnisse es gibt und welche Lose sie haben. Der Fingerabdruck steht für das alles. Wäre irgendetwas geändert worden, so wäre er ein anderer.
fingerprint-published = Laut Festlegung wurde er am { $published } veröffentlicht.
fingerprint-hear = Ich lese ihn jetzt vor, in { $groups } Vierergruppen. Bitte vergleichen Sie ihn mit dem, den Sie aus der Zeitung, aus Ihrem Brief oder von der Webseite kennen.
fingerprint-code = Der QR-Code enthält dieselben 64 Zeichen.
fingerprint-ask = Hat jemand einen anderen Fingerabdruck?
fingerprint-do = Lesen Sie langsam, Gruppe für Gruppe. Die Buchstaben sind a bis f; was wie ein O aussieht, ist eine Null.
fingerprint-stop = Hat jemand einen anderen Fingerabdruck, dann halten Sie an. Nichts wird gezogen, bis klar ist, warum.

# 3
decide-title = Was entscheidet
decide-digits = { $count ->
    [one] Es wird { $count } Ziffer gezogen. Sie ist das Los. Jede der zehn Ziffern ist so wahrscheinlich wie jede andere, und ebenso jedes Los.
   *[other] Es werden { $count } Ziffern gezogen, eine nach der anderen. Die erste ist die erste Ziffer des Loses, und so weiter. Jedes Mal ist jede der zehn Ziffern so wahrscheinlich wie jede andere, und ebenso jedes Los.
}
decide-digits-back = Nach jeder Ziffer wird die Kugel zurückgelegt, und alle Kugeln werden gemischt. Eine Ziffer kann also mehrmals kommen.
decide-digits-example = Ein Beispiel: Aus { $digits } würde das Los { $ticket }.
decide-digits-counts = Eine Ziffer zählt, sobald sie gezeigt und vorgelesen wurde.
decide-digits-show = Zeigen Sie die zehn Kugeln, 0 bis 9, jede einmal. Wer möchte, darf sie ansehen, und auch das, woraus gezogen wird.
decide-digits-dice = Mit einem Würfel: Zeigen Sie, dass jede Ziffer einmal darauf steht. Werfen Sie ihn, wo alle es sehen; er zählt, wenn er flach liegt.
decide-beacon = Viele Einrichtungen veröffentlichen gemeinsam alle drei Sekunden einen neuen Zufallswert. Vorher wurde festgelegt, dass Runde { $round } entscheidet. Sie kommt am { $time }.
decide-beacon-trust = Niemand kann den Wert vorher kennen oder lenken, es sei denn, viele dieser Einrichtungen steckten unter einer Decke.
decide-beacon-show = Zeigen Sie eine Uhr mit der Zeit in UTC, und in der Datei commit.txt die Zeile „seed“: Sie nennt die Runde.
decide-phrase = Jemand sagt einen Text.
decide-phrase-trust = Wer einen Text aussucht, könnte vorher viele ausprobieren. Deshalb muss der Text von etwas kommen, auf das niemand Einfluss hat.
decide-phrase-show = Sagen Sie, wie der Text zustande kommt, bevor er zustande kommt.
decide-calculation = Daraus und aus dem Fingerabdruck wird das Los berechnet. Diese Rechnung kann jede Person wiederholen.
decide-again = Die Auslosung wird nicht deshalb wiederholt, weil jemand Bestimmtes gezogen wurde.

# 4
draw-title = Die Ziehung
draw-digits = { $count ->
    [one] Jetzt wird die Ziffer gezogen. Ich lese sie vor, und sie wird aufgeschrieben.
   *[other] Jetzt werden die Ziffern gezogen. Ich lese jede vor, und sie wird aufgeschrieben.
}
draw-digits-each = Ziehen, zeigen, vorlesen, aufschreiben, zurücklegen, mischen. Dann die nächste Ziffer.
draw-digits-fallen = Eine Kugel, die herunterfällt, bevor sie gezeigt wurde, wird zurückgelegt und zählt nicht.
draw-digits-end = Das ist das Los. Hat jemand andere Ziffern gesehen?
draw-digit = Ziffer { $number }
draw-beacon = Jetzt warten wir auf Runde { $round }. Sie kommt am { $time }.
draw-beacon-fetch = Wenn es so weit ist, rufen Sie die Runde ab und ziehen Sie. Lesen Sie das Los vor, und schreiben Sie es auf.
draw-phrase = Jetzt wird der Text gesagt. Ich wiederhole ihn, und er wird aufgeschrieben.
draw-phrase-write = Schreiben Sie ihn Buchstabe für Buchstabe auf; Groß- und Kleinschreibung, Leerzeichen und Akzente zählen. Ziehen Sie damit, lesen Sie das Los vor, und schreiben Sie es auf.
draw-text = Der Text
draw-ticket = Los
draw-number = Seine Nummer in lottery.json
draw-time = Tag und Uhrzeit
draw-by = Gezogen von
draw-written-by = Aufgeschrieben von
draw-witness = Zeuge oder Zeugin (Name, Unterschrift)

# 5
next-title = Wie es weitergeht
next-look = Ich suche das Los in der Tabelle und lese die Nummern der Mitglieder vor, die einen Platz haben.
next-read = Ich lese die Nummern der Mitglieder, die einen Platz haben, aus der Datei result.json vor.
next-numbers = Jede Person im Pool hat eine Nummer. Sie steht auf ihrem Beleg. Namen werden nicht vorgelesen.
next-publish = Die Dateien dieser Auslosung werden veröffentlicht, ohne Namen.
next-check = Damit kann jede Person prüfen, dass dieses Los für diese Mitglieder steht und dass nichts geändert wurde, seit der Fingerabdruck öffentlich ist.
next-table = Die Tabelle steht auf den Seiten { $pages } dieses Blatts.
next-how = In der Tabelle steht das Los fett. Dahinter steht die Nummer des Eintrags in lottery.json, darunter die Nummern der Mitglieder.
next-compare = Ziehen Sie auch mit klero. Die Datei result.json muss dasselbe Los und dieselben Mitglieder nennen wie dieses Blatt.
next-dir = DIR ist der Ordner mit den Unterlagen der Auslosung.
next-keep = Heben Sie diese Seite und die davor mit den Unterlagen der Auslosung auf.
table-none-calculation = Dieses Blatt hat keine Tabelle: Das Los folgt aus einer Rechnung, die klero macht. Mit den veröffentlichten Dateien kann jede Person sie wiederholen.
table-none-many = Dieses Blatt hat keine Tabelle: { $tickets ->
    [one] { $tickets } Los wäre zu viel
   *[other] { $tickets } Lose wären zu viele
} zum Drucken. In der veröffentlichten Datei lottery.json stehen alle.
table-none-large = Dieses Blatt hat keine Tabelle: So viele Mitglieder passen nicht auf eine Seite. In der veröffentlichten Datei lottery.json stehen alle.

# Die Tabelle
table-heading = Lose { $first } bis { $last }
table-number = Nr. { $number }

# Die Ansicht für einen Bildschirm
live-digit = Ziffer { $number } von { $count }
live-tickets = { $count ->
    [one] { $count } Los ist noch möglich
   *[other] { $count } Lose sind noch möglich
}
live-panels = { $count ->
    [one] { $count } Gremium ist noch möglich
   *[other] { $count } Gremien sind noch möglich
}
live-sets = { $count ->
    [one] { $count } Satz von Gremien ist noch möglich
   *[other] { $count } Sätze von Gremien sind noch möglich
}
live-range = Lose { $first } bis { $last }
live-ticket = Los { $ticket }
live-right = Sind das die Ziffern, die gezogen wurden?
live-members = Die Mitglieder, die einen Platz haben
live-panel = Gremium { $number }: die Mitglieder, die einen Platz haben
live-more = und { $count } weitere
live-keys-digits = 0–9: die gezogene Ziffer. Rücktaste: eine zurücknehmen. Esc: verlassen.
live-keys-ticket = Eingabe: die Mitglieder zeigen. Rücktaste: eine zurücknehmen. Esc: verlassen.
live-keys-members = Eingabe: weiter. Esc: verlassen.
live-small = Dieses Fenster ist zu klein. Machen Sie es größer, oder verlassen Sie es mit Esc.
