# La page qui vérifie un tirage (verify.html). Les mots sont ceux de report.ftl, ceremony.ftl et receipt.ftl.

page-title = Vérifier un tirage – klero
page-heading = Vérifier un tirage
page-intro = Pour le dossier du tirage d’une assemblée citoyenne tirée au sort. Cette page refait le tirage à partir de ses fichiers publiés, et vous dit si tout concorde. Vous n’avez pas à vous fier à ceux qui ont fait le tirage, ni à leurs ordinateurs.
page-language = Langue
page-no-script = Cette page ne fonctionne qu’avec JavaScript, et votre navigateur l’a désactivé.
page-foot = Écrite d’après la spécification des dossiers de klero, indépendamment de klero. Elle n’a aucun code en commun avec le contrôle propre à klero, ni avec le script verify.py.
choose-heading = Que voulez-vous vérifier ?
choose-how = Déposez ici le répertoire d’un dossier de tirage, ou ses fichiers, ou votre propre reçu. Ou choisissez-les :
choose-folder = Le répertoire d’un dossier
choose-files = Les fichiers d’un dossier
choose-receipt = Votre reçu
choose-private = Rien ne quitte votre appareil : il est interdit à cette page d’utiliser le réseau, et elle fonctionne sans lui. Sur un téléphone, choisissez les fichiers.
choose-together = Un reçu se vérifie avec un dossier : choisissez les deux, l’un après l’autre. Des dossiers qui se suivent (des personnes ont été remplacées, des suppléants ont été tirés, un nouveau mandat a commencé) se vérifient ensemble : mettez leurs répertoires dans un même répertoire, et choisissez ou déposez celui-ci. Un reçu est alors comparé à celui d’entre eux auquel il appartient.
progress-label = Contrôles faits

# La ligne qui dit ce qui se passe
status-files = Lecture des fichiers…
status-lottery = Lecture de la loterie…
status-pool = Lecture de la liste des volontaires…
status-check = Contrôle { $check } en cours…
status-record = { $record } : { $progress }
status-done = Terminé : { $verdict }.
status-nothing = Aucun de ces fichiers n’appartient à un dossier de tirage, et aucun n’est un reçu.
status-nothing-of = Aucun de ces fichiers n’appartient à un dossier de tirage, et aucun n’est un reçu ({ $names }).
status-receipts = Il y a plus d’un reçu parmi ces fichiers ; choisissez celui que vous voulez vérifier.
status-receipt = Ceci est un reçu. Choisissez maintenant aussi le dossier du tirage, pour que l’un et l’autre puissent être comparés.
status-trouble = Quelque chose a mal tourné dans cette page : { $error }. Rechargez-la et réessayez.

# Verdicts
verified = VÉRIFIÉ
not-verified = NON VÉRIFIÉ
together = VÉRIFIÉS ENSEMBLE
not-together = NON VÉRIFIÉS ENSEMBLE
verdict-notes = { $verdict } ({ $notes })
verdict-solver = { $count ->
    [one] { $verdict }, SAUF QUE L’ÉQUITÉ DE { $count } PALIER REPOSE SUR LA PAROLE D’UN SOLVEUR
   *[other] { $verdict }, SAUF QUE L’ÉQUITÉ DE { $count } PALIERS REPOSE SUR LA PAROLE D’UN SOLVEUR
}
notes = { $one } ; { $more }
note-rehearsal = RÉPÉTITION, PAS LE TIRAGE
note-undrawn = la loterie seulement ; rien n’a été tiré
note-uncommitted = pas d’engagement ; la graine peut avoir été choisie en vue d’un résultat voulu
note-uncertified = pas de preuve d’équité ; on n’a pas contrôlé à quel point la loterie est équitable
note-gap = les chances s’écartent des plus équitables de { $points } points de pourcentage au plus
note-quotas = d’autres quotas qu’avant
note-excluded = { $count ->
    [one] { $count } personne exclue de plus que son étape ne le demande
   *[other] { $count } personnes exclues de plus que son étape ne le demande
}
note-certain = { $count ->
    [one] { $count } personne est à coup sûr parmi les suppléants
   *[other] { $count } personnes sont à coup sûr parmi les suppléants
}
note-many = plus de suppléants que de sièges
note-public = forme publique ; pour { $count } contrôles, il faut le dossier complet
pass = RÉUSSI
fail = ÉCHEC
not-checked = NON CONTRÔLÉ

# Le résultat
result-tally = Contrôles réussis : { $passed } ; en échec : { $failed } ; qui n’ont pas pu être faits : { $open }.
result-time = Cela a pris { $seconds } s.
result-records = Dossiers : { $count }.
result-wrong = Ce qui ne va pas :
result-limits = Ce qu’aucun contrôle ne peut montrer
result-aside = Laissés de côté, car ce ne sont pas des fichiers d’un dossier de tirage : { $names }.
result-aside-more = Laissés de côté, car ce ne sont pas des fichiers d’un dossier de tirage : { $names } ; et d’autres, au nombre de { $count }.
result-record = Dossier { $number } : { $name }
result-rehearsals = RÉPÉTITION, PAS LE TIRAGE : { $count } de ces { $all } dossiers
result-checks = Tous les contrôles
result-about = Ce que dit le dossier
hint-chain = Ce dossier fait suite à un autre, et ne peut être vérifié qu’avec lui : mettez le répertoire de chaque dossier dans un même répertoire, et choisissez ou déposez celui-ci.
fingerprint-heading = L’empreinte
fingerprint-what = Ces 64 caractères valent pour toute la base du tirage. Comparez-les à ce qui a été publié avant le tirage : sur la page web, dans le journal, dans votre lettre. Un seul caractère qui diffère, c’est un autre tirage.
panel-heading = Le panel tiré
panels-heading = Les panels tirés
panel-rehearsal = C’était une répétition : personne ici n’a vraiment été tiré au sort.
panel-identifiers = Panel n° { $panel } de la loterie, avec ces membres (numéro et identifiant) :
panel-numbers = Panel n° { $panel } de la loterie, avec ces membres, désignés par leur numéro :
panels-identifiers = Entrée n° { $panel } de la loterie, qui répartit ces membres (numéro et identifiant) sur plusieurs panels :
panels-numbers = Entrée n° { $panel } de la loterie, qui répartit ces membres, désignés par leur numéro, sur plusieurs panels :
panel-numbered = Panel n° { $panel }
panel-member = { $number } : { $id }

# Un reçu
receipt-heading = Votre reçu
receipt-doubt = Ici, quelque chose n’a pas réussi son contrôle. Ce dossier ne dit donc, sur votre chance ou sur les personnes tirées, rien à quoi vous puissiez vous fier ; voyez les contrôles ci-dessous.
receipt-pool = Vous étiez parmi les volontaires, avec le numéro { $number } et ces indications sur vous :
receipt-known = Vous étiez parmi les volontaires, avec le numéro { $number }, l’identifiant « { $id } » et ces indications sur vous :
receipt-name = Nom
receipt-household = Foyer
receipt-chance = Tickets qui désignent un panel dont vous faites partie : { $tickets } sur { $all }, soit une chance de { $chance }.
receipt-tickets = Les tickets qui désignent un panel dont vous faites partie : { $tickets }.
receipt-undrawn = Rien n’a encore été tiré.
receipt-drawn = Vous êtes parmi les personnes tirées au sort.
receipt-not-drawn = Vous n’êtes pas parmi les personnes tirées au sort.
receipt-rehearsal = Dans cette répétition, qui n’est pas le tirage : { $outcome }

# Ce que dit le dossier
term-rehearsal = Répétition
term-assembly = Assemblée
term-draw = Tirage
term-attempt = Tentative
term-published = Date de publication
term-source = D’où vient la graine
term-seed = Graine
term-pool = Nombre de volontaires
term-follows = Fait suite à un autre dossier
term-seats = Sièges
term-tickets = Nombre de tickets
term-form = Forme
about-rehearsal = oui : ceci n’est pas le tirage
about-attempt = { $attempt } (les précédentes sont nommées dans l’engagement)
about-published = { $moment }, selon l’engagement
about-seats = { $seats }, dans { $panels } panels qui sont tirés ensemble
about-tickets = { $panels ->
    [one] { $tickets }, pour { $panels } panel possible
   *[other] { $tickets }, pour { $panels } panels possibles
}
about-public = publique : sans les fichiers qui nomment des personnes
about-full = complète
about-uncommitted = complète, sans engagement
seed-beacon = tour { $round } de la source publique de hasard drand (quicknet) ; moment de son arrivée : { $moment }
seed-digits = { $count ->
    [one] { $count } chiffre, tiré à la main
   *[other] { $count } chiffres, tirés à la main
}
seed-phrase = un texte que quelqu’un dit
seed-empty = vide
step-replace = des personnes qui se sont retirées du panel sont remplacées
step-replace-part = des personnes qui se sont retirées du panel n° { $panel } sont remplacées
step-alternates = des suppléants pour le panel
step-alternates-part = des suppléants pour le panel n° { $panel }
step-rotate = un nouveau mandat ; certains restent, d’autres sont nouvellement tirés au sort
step-after = { $step }, après le dossier dont l’empreinte est { $fingerprint }
step-after-result = { $step }, après le dossier sans engagement dont le fichier result.json a le SHA-256 { $hash }
moment = { $date } à { $time } UTC
moment-far = une date trop lointaine pour être nommée
percent = { $number } %
percent-small = moins de { $number } %

# Ce qu’aucun contrôle ne peut montrer
limit-pool = Que tous ceux qui se sont inscrits figurent parmi les volontaires, et que chaque entrée est une vraie personne. (Les reçus montrent le premier point ; des appels à des personnes de la liste tirées au hasard montrent le second.)
limit-published = Que l’empreinte était publique au moment qu’indique l’engagement : comparez-la à ce que vous avez reçu, ou à ce qui a été imprimé. Et qu’il n’y a pas eu d’autre engagement que ceux qui sont nommés comme tentatives précédentes.
limit-uncommitted = Sans engagement : que le texte de la graine n’a pas été choisi, ou que les fichiers n’ont pas été choisis pour convenir à ce texte, après que quelqu’un a su ce qu’ils tireraient, et que les cellules de la liste des volontaires sont celles d’avant le tirage.
limit-digits = Que les chiffres n’étaient pas connus d’avance. Pour cela, il faut des yeux dans la salle.
limit-phrase = Que personne n’a essayé des textes jusqu’à ce que l’un d’eux désigne des gens qui lui plaisaient : quiconque a les fichiers peut le faire. Cela repose sur la personne qui a choisi les mots, et sur la façon dont elle l’a fait.
limit-chain = Là où un dossier fait suite à un autre : qu’aucun autre dossier ne fait suite au même, à part ceux qui sont donnés ; que ceux dont on dit qu’ils se sont retirés, ou qui sont exclus parce qu’ils ne peuvent pas venir, l’ont bien dit ; que les suppléants que l’on a appelés sont ceux que nomme klero call ; et qu’un identifiant désigne la même personne parmi les volontaires de deux mandats.
limit-quotas = Et que des quotas autres qu’avant, ou les quotas d’une liste de suppléants, ne demandent pas précisément quelqu’un que souhaiteraient ceux qui les ont fixés. (Le fichier probabilities.csv montre combien de personnes peuvent être tirées, et avec quelles chances.)
limit-links = Si un fichier est un lien vers un autre : un navigateur ne le dit pas.

# Noms des contrôles
check-files-present = Les fichiers sont là
check-files-hashes = Les fichiers sont ceux qui ont été nommés
check-setup-form = La configuration
check-pool-form = Volontaires et quotas
check-alternates-form = Comment les suppléants ont été demandés
check-lottery-form = La liste des panels possibles
check-lottery-size = Taille des panels
check-lottery-quotas = Quotas dans chaque panel
check-lottery-rules = Règles sur des personnes et sur les foyers
check-lottery-split = Qui siège dans quel panel
check-lottery-parts = Quotas dans chacun des panels
check-lottery-tickets = Tickets des panels
check-certificate-form = Preuve d’équité : sa forme
check-certificate-cuts = Preuve d’équité : ses coupes
check-certificate-stages = Preuve d’équité : ses paliers
check-certificate-gap = La loterie donne les chances prouvées
check-probabilities-form = Liste des chances
check-probabilities-tickets = La chance de chacun
check-commit-form = L’engagement
check-commit-pool = Liste scellée des volontaires
check-commit-leaves = Sceaux des volontaires
check-commit-time = Le tour de la source de hasard vient après l’engagement
check-beacon-round = Tour de la source de hasard
check-beacon-signature = Signature de la source de hasard
check-draw-form = Le résultat
check-draw-seed = La graine
check-draw-key = Clé du tirage
check-draw-ticket = Le ticket
check-draw-panel = Le panel tiré
check-draw-selected = Lignes des membres tirés
check-draw-remaining = Lignes de toutes les autres personnes
check-draw-panels = Membres tirés, par panel
check-draw-new = Nouveaux membres
check-draw-alternates = Les suppléants dans leur ordre
check-chain-before = Le dossier auquel celui-ci fait suite
check-chain-pool = Les mêmes volontaires qu’avant
check-chain-seats = Quiconque siégeait reste ou part
check-chain-included = Qui peut rester
check-chain-rules = Les mêmes règles qu’avant
check-chain-time = Un tour plus tardif de la source de hasard
check-receipt-form = Votre reçu : sa forme
check-receipt-commitment = Votre reçu : l’engagement
check-receipt-leaf = Votre reçu : votre sceau
check-receipt-path = Votre reçu : la liste des volontaires
check-receipt-tickets = Votre reçu : vos tickets

# Pourquoi quelque chose n’a pas été contrôlé
not-published = Il faut pour cela des fichiers qui ne sont pas publiés.
needs-form = Il faut pour cela { $file }, qui n’a pas la forme voulue.
needs-pool = Il faut pour cela la liste des volontaires, qui ne peut pas être lue ou ne concorde pas.
needs-receipt = Il faut pour cela le reçu, qui n’a pas la forme voulue.
needs-check = Il faut pour cela { $file }, dont le propre contrôle n’a pas réussi.
needs-certificate = Il faut pour cela la preuve d’équité, qui n’est pas là, ne peut pas être lue ou porte sur autre chose.
needs-stages = Il faut pour cela les paliers de la preuve d’équité, qui ne tiennent pas.
needs-numbers = Qui a quel numéro découle de la liste des volontaires, qui n’est pas là ou n’a pas la forme voulue.
needs-randomness = Il faut pour cela une valeur aléatoire qui soit celle de sa signature.
needs-full = Il faut pour cela la forme complète du dossier précédent.
needs-full-all = Il faut pour cela la forme complète de tous les dossiers qui sont nommés.
check-failed = Cette page n’a pas pu faire le contrôle ({ $error }).
file-beyond = { $file } ne tient pas dans cette page ({ $error }).
file-missing = { $file } manque.
file-irregular = { $file } n’est pas un fichier ordinaire.
file-large = { $file } est plus grand que ne peut l’être un fichier d’un dossier de tirage.
file-too-large = { $file } est trop grand pour cette page ; utilisez un autre des programmes de vérification.
file-unreadable = { $file } ne peut pas être lu.
member-unknown = Un panel nomme un membre qui n’existe pas.
drawn-unknown = { $file } nomme un membre qui n’existe pas.
in-record = { $record } : { $reason }
record-before = Dans le dossier précédent
record-line = Dans un dossier antérieur
record-alternates = Dans le dossier des suppléants
record-former = Dans un ancien dossier
record-first = Dans le premier tirage
record-beside = Dans un dossier qui remplace des membres d’un autre panel

# files.present, files.hashes
files-stray = { $file } n’est pas marqué comme le sont les fichiers d’une répétition.
files-foreign = { $file } n’appartient pas à ce dossier, ou rien de ce qui peut être lu ne dit qu’il lui appartient.
files-there = Tous les fichiers sont là ({ $count }), aucun n’est trop grand, et il n’y en a aucun qui n’appartienne pas à un dossier de ce genre.
files-unnamed = { $by } ne nomme pas { $file }.
files-named = { $by } nomme { $file }, alors qu’il ne le devrait pas.
files-changed = { $file } n’est pas le fichier que nomme { $by } : il a été changé, ou un autre l’a été.
files-match = Les empreintes numériques des fichiers que nomme le dossier ({ $count }) sont celles de ses fichiers.

# setup.form, pool.form, alternates.form, probabilities
setup-good = La configuration de la loterie est écrite comme elle doit l’être.
pool-good = La liste des volontaires (personnes : { $members }) et les quotas ({ $quotas }) peuvent être lus et concordent.
alternates-number = alternates.json ne demande pas autant de suppléants qu’en nomme setup.json ({ $alternates }).
alternates-good = alternates.json est écrit comme il doit l’être, et demande autant de suppléants qu’il y a de sièges ({ $alternates }).
chances-rows = probabilities.csv a { $rows } lignes, et le nombre de volontaires est différent : { $members }.
chances-person = Le n° { $number } de probabilities.csv n’est pas la personne à laquelle la liste des volontaires donne ce numéro.
chances-listed = La liste des chances a une ligne pour chaque volontaire, dans l’ordre.
chances-rows-other = La liste des chances n’a pas une ligne pour chaque volontaire.
chances-other = La personne n° { $number } a ce nombre de tickets dans la loterie : { $tickets }, et la liste des chances dit autre chose.
chances-good = La chance de chacun est celle que donne la loterie.

# lottery
lottery-member = Un panel comprend le membre n° { $number } ; il n’y a que { $members } volontaires.
lottery-seats = Le nombre de sièges est de { $seats } dans lottery.json, et de { $other } dans { $file }.
lottery-tickets = Le nombre de tickets est de { $tickets } dans lottery.json, et de { $other } dans { $file }.
lottery-good = La loterie énumère ses panels possibles ({ $panels }) dans l’ordre, et aucun deux fois.
size-wrong = Le nombre de membres du panel n° { $panel } est de { $members } au lieu de { $size }.
size-good = Chaque panel a autant de membres qu’il y a de sièges : { $size }.
quotas-good = Chaque panel respecte tous les quotas.
rules-good = Chaque panel respecte les règles sur des personnes et sur les foyers.
split-good = Chaque entrée de la loterie est partagée en panels d’une même taille ({ $panels }).
parts-good = Chacun des panels qui sont tirés ensemble ({ $panels }) respecte tous les quotas.
tickets-none = Le panel n° { $panel } n’a pas de ticket.
tickets-sum = Les panels ont ensemble { $sum } tickets, et non { $tickets }.
tickets-good = Chaque panel a au moins un ticket, et ils ont ensemble la totalité des { $tickets }.
panel-quota = Panel n° { $panel } : { $people } personnes comptent pour la ligne de données { $row } de quotas.csv, qui en demande de { $min } à { $max }.
panel-part = Panel { $part } sur { $parts } de l’entrée n° { $panel } de la loterie : { $people } personnes comptent pour la ligne de données { $row } de quotas.csv, qui en demande de { $min } à { $max }.
panel-include = Dans le panel n° { $panel } ne siège pas la personne n° { $number }, qui est incluse d’office.
panel-exclude = Dans le panel n° { $panel } siège la personne n° { $number }, qui est exclue.
panel-household = Dans le panel n° { $panel } siègent trop de personnes du foyer de la personne n° { $number }.
panel-apart = Dans le panel n° { $panel } siègent deux personnes du groupe { $group } parmi les groupes de personnes à tenir séparées.

# certificate
certificate-types = certificate.json compte { $types } types de personnes, et il y en a { $found } parmi les volontaires.
certificate-rule = certificate.json utilise une règle « { $rule } », que ce dossier n’a pas.
certificate-good = La preuve d’équité est écrite comme elle doit l’être (paliers : { $stages }, coupes : { $cuts }).
cuts-solver = Des coupes reposent sur la parole du solveur (numéros { $cuts }), et des paliers les utilisent (numéros { $stages }).
cuts-none = La preuve d’équité n’utilise pas de coupes.
cuts-good = La preuve d’équité utilise { $cuts ->
    [one] { $cuts } coupe, prouvée par le calcul.
   *[other] { $cuts } coupes, prouvées par le calcul.
}
cut-unproven = La coupe { $cut } n’est pas prouvée : { $why }
stage-wrong = Le palier { $stage } ne tient pas : { $why }
stage-again = Le palier { $stage } fixe le type { $type } une deuxième fois.
stage-open = Le type { $type } n’est jamais fixé.
stages-good = { $stages ->
    [one] La preuve d’équité tient en { $stages } palier : aucune loterie entre des panels qui respectent les règles n’est plus équitable. Cela a été montré par le calcul seul.
   *[other] La preuve d’équité tient en { $stages } paliers : aucune loterie entre des panels qui respectent les règles n’est plus équitable. Cela a été montré par le calcul seul.
}
stages-solver = { $stages ->
    [one] La preuve d’équité tient en { $stages } palier : aucune loterie entre des panels qui respectent les règles n’est plus équitable ; paliers montrés par le calcul seul : { $alone }.
   *[other] La preuve d’équité tient en { $stages } paliers : aucune loterie entre des panels qui respectent les règles n’est plus équitable ; paliers montrés par le calcul seul : { $alone }.
}
gap-wrong = La chance de quelqu’un dans la loterie s’écarte de { $gap } de celle qui est prouvée, ce qui est plus qu’un arrondi.
gap-good = La chance de chacun dans la loterie est celle qui est prouvée, à { $gap } près.
proof-rule = il n’y a pas ici de règle « { $rule } ».
proof-sign = « { $rule } » ne doit pas avoir de multiplicateur négatif.
proof-leaf = une feuille de sa preuve ne le montre pas.
proof-range = sa valeur n’est pas comprise entre 0 et 1.
proof-below = sa valeur est inférieure à celle du palier précédent.
proof-last = il n’a pas de multiplicateurs, et n’est pas un dernier palier de valeur 1.
proof-left = ses types ne sont pas tous ceux qui restent.
proof-types = ses types ne sont pas ceux que nomment ses multiplicateurs.
proof-value = sa valeur n’est pas celle que donnent ses multiplicateurs.

# commit et beacon
commit-differs = commit.txt et setup.json ne concordent pas : « { $line } » vaut { $own } dans le premier, et { $other } dans le second.
commit-follows = { $says } dit que ce dossier fait suite à un autre, et { $silent } ne le dit pas.
commit-good = L’engagement est écrit comme il doit l’être.
commit-lines = pool.leaves a { $lines } lignes ; pour { $members } volontaires, il en faut une de plus que ce nombre.
commit-other = La liste scellée des volontaires n’est pas celle sur laquelle porte l’engagement.
commit-sealed = La liste scellée des volontaires est celle sur laquelle porte l’engagement.
seal-setup = Le sceau de setup.json dans pool.leaves est différent.
seal-member = Le sceau de la personne n° { $number } dans pool.leaves est un autre que celui de la liste des volontaires.
seals-good = La liste scellée des volontaires a été faite à partir de ces volontaires.
round-known = Le tour de la source de hasard était connu quand l’engagement a été publié.
round-later = Le tour de la source de hasard vient après le moment auquel l’engagement dit être publié.
randomness-other = La valeur aléatoire dans beacon.json n’est pas celle de sa signature.
round-other = beacon.json contient le tour { $round }, et l’engagement nomme le tour { $named }.
round-good = beacon.json contient le tour { $round }, que nomme l’engagement.
signature-wrong = La signature n’est pas celle de la source publique de hasard pour ce tour.
signature-good = La source publique de hasard a signé ce tour, de sorte que personne n’a pu en choisir le nombre.

# draw
result-key = result.json a une clé, bien que les chiffres soient le ticket.
result-no-key = result.json n’a pas de clé.
result-good = Le résultat est écrit comme il doit l’être.
seed-blank = Le texte de la graine est vide.
seed-spelled = Le texte de la graine n’est pas dans la forme dans laquelle on le note (NFC, sans espaces autour).
seed-commitment = result.json nomme un engagement, et il n’y en a pas.
seed-fingerprint = result.json nomme une autre empreinte que celle de commit.txt.
seed-text = La graine est un texte qui a été dit.
seed-text-asked = La graine est un texte qui a été dit, comme le demandait l’engagement.
seed-count = La graine n’est pas faite d’autant de chiffres que le demandait l’engagement ({ $count }).
seed-digits-good = La graine est faite de chiffres, aussi nombreux que le demandait l’engagement.
seed-random = La graine n’est pas la valeur aléatoire de la source publique de hasard.
seed-random-good = La graine est la valeur aléatoire de la source publique de hasard.
seed-no-random = La graine n’est pas une valeur aléatoire d’une source publique de hasard.
key-good = La clé du tirage découle de la graine et de la base du tirage.
key-wrong = La clé du tirage ne découle pas de la graine.
ticket-digits = Le ticket n’est pas fait des chiffres qui ont été tirés.
ticket-digits-good = Le ticket est fait des chiffres qui ont été tirés.
ticket-wrong = La clé tire le ticket { $ticket }, et result.json dit { $named }.
ticket-good = La clé tire le ticket { $ticket } sur { $tickets } (on les compte à partir de 0).
drawn-none = Aucun panel ne porte le ticket.
drawn-other = C’est le panel n° { $panel } qui porte le ticket, et result.json nomme le panel n° { $named }.
drawn-members = Les membres dans result.json ne sont pas ceux du panel dans la loterie.
drawn-good = Le panel n° { $panel } porte le ticket, et ses membres ({ $members }) sont nommés.
rows-split = split.json ne dit pas dans quel panel siègent les membres tirés.
selected-wrong = { $file } ne contient pas exactement les lignes, dans la liste des volontaires, des membres tirés.
selected-good = { $file } contient exactement les lignes, dans la liste des volontaires, des membres tirés.
remaining-wrong = { $file } ne contient pas exactement les lignes, dans la liste des volontaires, de tous ceux qui n’ont pas été tirés.
remaining-good = { $file } contient exactement les lignes, dans la liste des volontaires, de tous ceux qui n’ont pas été tirés.
panels-wrong = { $file } ne contient pas exactement les lignes, dans la liste des volontaires, des membres tirés, par panel.
panels-good = { $file } contient exactement les lignes, dans la liste des volontaires, des membres tirés, par panel.
new-wrong = { $file } ne contient pas exactement les lignes, dans la liste des volontaires, des membres tirés qui ne siégeaient pas avant.
new-good = { $file } contient exactement les lignes, dans la liste des volontaires, des membres tirés qui ne siégeaient pas avant.
ordered-wrong = { $file } ne contient pas exactement les lignes, dans la liste des volontaires, des suppléants dans leur ordre.
ordered-good = { $file } contient exactement les lignes, dans la liste des volontaires, des suppléants dans leur ordre.

# chain
chain-missing = Un dossier auquel celui-ci fait suite, ou qu’il nomme, n’est pas parmi ceux qui sont donnés : choisissez le répertoire dans lequel se trouvent les répertoires de tous (SHA-256 de result.json : { $hashes }).
chain-missing-together = Un dossier auquel celui-ci fait suite, ou qu’il nomme, n’est pas parmi ceux qui sont donnés : mettez le répertoire de chacun dans le répertoire que vous choisissez (SHA-256 de result.json : { $hashes }).
before-differs = commit.txt et setup.json ne nomment pas le même dossier et la même étape.
before-fingerprint = Le dossier précédent a une autre empreinte que celle qui est nommée.
before-rehearsal = Un dossier que celui-ci nomme est une répétition, et celui-ci n’en est pas une.
before-circle = Le dossier précédent suit à son tour celui-ci, de sorte qu’aucun n’est le premier.
before-alternates = Le dossier précédent contient des suppléants, et pas de panel.
before-part = Le dossier précédent n’a pas de panel n° { $panel }.
before-parts = Le dossier précédent tire plusieurs panels, et celui-ci ne dit pas auquel d’entre eux il fait suite.
before-numbered = Deux personnes sont la même quand leurs identifiants le sont, et dans un de ces dossiers les lignes sont seulement numérotées.
before-no-alternates = Le dossier qui est nommé comme celui des suppléants n’en est pas un.
before-other-alternates = Les suppléants sont ceux d’un autre panel.
before-competes = Un autre dossier parmi ceux qui sont donnés remplace des membres ou commence un nouveau mandat après le même dossier.
before-repeats = Un autre dossier parmi ceux qui sont donnés contient des suppléants pour le même panel.
before-good = Le dossier auquel celui-ci fait suite est parmi ceux qui sont donnés, et rien de ce qui est donné ne contredit cette étape après lui.
same-pool = Les volontaires sont les mêmes qu’avant.
other-pool = Les volontaires ne sont pas les mêmes que dans le dossier précédent.
other-id-column = Les identifiants ne sont pas dans la même colonne que dans le dossier précédent, de sorte que le même numéro peut désigner une autre personne.
other-leaves = La liste scellée des volontaires n’est pas celle du dossier précédent.
tables-both = Il faut pour cela le fichier { $file } des deux dossiers. { $reason }
seats-silent = Le dossier ne dit pas qui siège dans son panel n° { $panel }.
seats-alternate = La personne n° { $number } siège déjà ou a siégé, et peut pourtant être tirée comme suppléante.
seats-alternates-good = Aucune personne qui siège ou a siégé ne peut être tirée comme suppléante.
seats-unsure = La personne n° { $number } siégeait dans le panel précédent ; il n’est pas certain qu’elle reste, et elle ne s’est pas retirée.
seats-other = La personne n° { $number } siège dans un autre panel, ou s’est retirée de celui-ci, et peut pourtant être tirée.
seats-unchanged = Personne dans le panel précédent ne s’est retiré, de sorte qu’il n’y a pas de siège à pourvoir.
seats-size = Le nombre de sièges est de { $seats }, et il était de { $before } dans le panel précédent.
seats-twice = La personne n° { $number } a été tirée ici, et siège dans un autre panel du même tirage, dont un autre dossier remplace des membres.
seats-good = Tous ceux qui siégeaient dans le panel précédent restent à coup sûr ou se sont retirés.
seats-rotate-unsure = La personne n° { $number } siégeait dans le panel précédent ; il n’est pas certain qu’elle reste, et elle n’est pas exclue.
seats-rotate-former = La personne n° { $number } a siégé dans un ancien panel, et n’est ni incluse d’office, ni exclue.
seats-rotate-good = Tous ceux qui siégeaient avant restent à coup sûr ou sont exclus, et ceux qui font une pause sont exclus aussi, sauf s’ils sont inclus d’office.
included-none = Personne n’est inclus d’office.
included-alternate = Quelqu’un est inclus d’office parmi les suppléants.
included-wrong = La personne n° { $number } est incluse d’office, et ne siégeait pas dans le panel précédent.
included-wrong-alternates = La personne n° { $number } est incluse d’office, ne siégeait pas dans le panel précédent, et n’est pas l’un des suppléants.
included-good = Tous ceux qui sont inclus d’office siégeaient dans le panel précédent.
included-good-alternates = Tous ceux qui sont inclus d’office siégeaient dans le panel précédent, ou sont parmi les suppléants.
rules-columns = Ce ne sont pas les mêmes colonnes que dans le dossier précédent qui définissent un foyer.
rules-limit = Nombre de personnes d’un même foyer qui peuvent siéger : { $limit } ; dans le dossier précédent : { $before }.
rules-excluded = La personne n° { $number } est exclue dans le dossier précédent, et ne l’est pas dans celui-ci.
rules-apart-lost = Les personnes aux numéros { $numbers } sont tenues séparées dans le dossier précédent, et ne le sont pas dans celui-ci.
rules-apart-new = Les personnes aux numéros { $numbers } sont tenues séparées, et ne l’étaient pas dans le dossier précédent.
rules-apart-strangers = Les personnes aux numéros { $numbers } sont tenues séparées, ne l’étaient pas dans le dossier précédent, et ne sont pas d’un même foyer.
rules-apart-included = Les personnes aux numéros { $numbers } sont tenues séparées, ne l’étaient pas dans le dossier précédent, et l’une d’elles est incluse d’office.
rules-barred = La personne n° { $number } est entrée, alors que quelqu’un d’un autre panel est du même foyer qu’elle ou doit être tenu séparé d’elle.
rules-same = Les règles sont celles du dossier précédent, et personne n’est entré alors que d’autres l’en empêchaient.
time-wrong = Le tour de la source de hasard y est { $before }, et le tour { $round } de ce dossier-ci ne vient pas après.
time-early = Le tour { $before } de la source de hasard était encore à venir quand l’engagement de ce dossier-ci a été publié.
time-good = Le tour de la source de hasard vient après ceux de tous les dossiers précédents, et l’engagement n’a été publié qu’une fois ceux-ci venus.

# receipt
receipt-form-good = Le reçu est écrit comme il doit l’être.
receipt-other = Le reçu vient d’un autre tirage, ou d’une autre tentative : son empreinte n’est pas celle de commit.txt.
receipt-belongs = Le reçu appartient à cet engagement.
receipt-no-number = Il n’y a pas de numéro { $number } dans la liste scellée des volontaires.
receipt-unsealed = Ce que le reçu dit de son titulaire n’est pas ce qui a été scellé.
receipt-sealed = Ce que le reçu dit de son titulaire est ce qui a été scellé.
receipt-path-wrong = Le reçu ne mène pas à la liste des volontaires sur laquelle porte l’engagement.
receipt-path-good = Le reçu mène à la liste des volontaires sur laquelle porte l’engagement.
receipt-tickets-wrong = La personne n° { $number } a { $tickets } tickets dans la loterie, et { $claimed } sur le reçu.
receipt-tickets-good = La personne n° { $number } a { $own } des { $tickets } tickets de la loterie.

# En quoi un fichier n’est pas comme il doit être. Les endroits dans un fichier ($where) sont des noms et, pour les listes, des nombres à partir de 1.
receipt-file = Le reçu
bad-text = { $file } n’est pas un texte UTF-8.
bad-json = { $file } n’est pas du JSON tel que l’ont les dossiers : { $what } (octet { $byte }).
json-expected = « { $mark } » manque
json-deep = trop de niveaux imbriqués
json-value = quelque chose qui n’est pas une valeur, ou un nombre négatif
json-short = il finit trop tôt
json-number = un nombre qui n’est pas écrit comme un nombre entier inférieur à 2^53
json-open = une chaîne qui ne finit pas
json-control = un caractère de contrôle dans une chaîne
json-escape = un échappement que JSON ne connaît pas
json-surrogate = la moitié d’un caractère (un demi-codet isolé)
json-key = une clé manque
json-twice = la clé « { $key } » figure deux fois
json-more = il y a encore quelque chose après la fin
bad-object = { $file } n’est pas un objet JSON là où il devrait y en avoir un ({ $where }).
bad-key = { $file } a une clé qui n’est pas décrite : { $where }.
bad-no-key = { $file } n’a pas toutes ses clés, il manque : { $where }.
bad-value = { $file }, { $where } : ce n’est pas « { $wanted } ».
bad-whole = { $file }, { $where } : ce n’est pas un nombre entier d’au moins { $least }.
bad-most = { $file }, { $where } : { $number } est plus que { $most }.
bad-string = { $file }, { $where } : ce n’est pas un texte.
bad-hash = { $file }, { $where } : ce n’est pas un SHA-256 (64 chiffres hexadécimaux en minuscules).
bad-signature = { $file }, { $where } : ce ne sont pas 96 chiffres hexadécimaux en minuscules.
bad-list = { $file }, { $where } : ce n’est pas une liste.
bad-twice = { $file }, { $where } : quelque chose est nommé deux fois.
bad-order = { $file }, { $where } : ce n’est pas en ordre croissant.
bad-fraction = { $file }, { $where } : ce n’est pas une fraction irréductible.
bad-zero = { $file }, { $where } : c’est un 0, qui doit être omis.
bad-rule = { $file }, { $where } : « { $rule } » n’est pas une règle.
bad-type = { $file }, { $where } : un tel type de personnes n’existe pas.
bad-deep = { $file }, { $where } : la preuve a plus de { $most } branches l’une sous l’autre.
bad-objective = { $file }, { $where } : ce n’est pas le nom d’un objectif.
bad-step = { $file } : « { $step } » n’est pas une étape après un autre dossier.
bad-alternates = { $file } nomme des suppléants, mais ne remplace personne.
bad-former = { $file } nomme d’anciens panels, mais ne commence pas un nouveau mandat.
bad-panels-few = { $file } dit que moins de deux panels sont tirés ensemble.
bad-panels-size = { $file } : { $size } sièges ne peuvent pas former { $panels } panels d’une même taille.
bad-panels-follows = { $file } fait suite à un autre dossier, et a plusieurs panels à lui.
bad-both = { $file } : quelqu’un est à la fois inclus d’office et exclu.
bad-apart = { $file } : un groupe de personnes à tenir séparées en compte moins de deux.
bad-limit = { $file } : la limite pour les foyers n’est pas 1, mais aucune colonne ne définit de foyers.
bad-end = { $file } ne se termine pas par une fin de ligne.
bad-first-line = { $file } ne commence pas par la ligne « { $line } ».
bad-line-missing = { $file } n’a pas sa ligne « { $line } » là où elle doit être.
bad-line = { $file } a une ligne « { $line } » qui n’est pas de la forme décrite.
bad-attempts = { $file } nomme un autre nombre de tentatives précédentes ({ $count }) que n’en a la tentative { $attempt }.
bad-attempt-twice = { $file } nomme deux fois une même tentative précédente.
bad-digits = { $file } demande un autre nombre de chiffres ({ $count }) qu’il n’en faut pour numéroter ses tickets.
bad-file-lines = { $file } a ses lignes « file » dans un autre ordre, ou en a une deux fois.
bad-leaf = { $file } n’a pas de SHA-256 à la ligne { $line }.
bad-leaves = { $file } a { $lines } lignes, et les volontaires sont au nombre de { $members }.
bad-panel-order = { $file } : le panel n° { $panel } ne vient pas après celui qui le précède.
bad-lists = { $file } a { $lists } listes, et la loterie { $panels } panels.
bad-entries = { $file }, liste { $list } : le nombre d’entrées est de { $entries }, et celui des membres de { $members }.
bad-part = { $file }, liste { $list } : il n’y a pas de panel { $part } sur { $parts }.
bad-seats = { $file }, liste { $list } : le nombre de membres du panel { $part } est de { $members } au lieu de { $seats }.
bad-feature = { $file } : une caractéristique de la feuille n’est pas une paire.
bad-leaf-text = { $file } : la feuille n’est pas écrite dans la forme décrite.
bad-nul = { $file } contient un octet NUL.
bad-no-header = { $file } n’a pas de ligne d’en-tête.
bad-no-rows = { $file } n’a aucune ligne sous l’en-tête.
bad-cells = { $file }, ligne { $line } : le nombre de cellules est de { $cells }, et de { $header } dans l’en-tête.
bad-open-quote = { $file } : un guillemet à la ligne { $line } n’est jamais fermé.
bad-after-quote = { $file } : il y a du texte après un guillemet fermant, à la ligne { $line } ou plus bas.
bad-column-twice = { $file } a plus d’une colonne « { $column } ».
bad-no-column = { $file } n’a pas de colonne « { $column } ».
bad-column-spelled = { $file } écrit autrement la colonne « { $column } » : « { $found } ».
bad-id-column = { $file } a une colonne « { $column } », de sorte que ses lignes ne peuvent pas être numérotées à la place.
bad-id-blank = { $file } a un identifiant vide à la ligne de données { $row }.
bad-id-twice = { $file } a deux lignes différentes avec l’identifiant « { $id } ».
bad-cell = { $file } a « { $cell } » comme { $category } de « { $id } », ce que les quotas n’ont pas.
bad-mark = { $file } n’a pas « { $mark } » comme première cellule de chaque ligne, comme l’a une répétition.
bad-header = { $file } n’a pas l’en-tête « { $wanted } ».
bad-number = { $file } n’a pas le numéro { $number } là où il doit être.
bad-quota-header = { $file } n’a pas exactement un des trois en-têtes reconnus.
bad-quota-order = { $file }, ligne de données { $row } : le minimum est supérieur au maximum.
bad-quota-flex = { $file }, ligne de données { $row } : « { $column } » laisse moins de marge que le quota lui-même.
bad-quota-number = { $file }, ligne de données { $row } : « { $cell } » n’est pas un nombre entier de 0 à { $most }.
bad-quota-value = { $file } n’a pas de valeur à la ligne de données { $row }.
bad-quota-twice = { $file } a deux fois la valeur « { $value } » de « { $category } ».
bad-quota-category = { $file } n’a, à la ligne de données { $row }, ni une colonne de la liste des volontaires, ni une combinaison de valeurs qui ont leurs propres lignes.
bad-quota-categories = { $file } a deux fois une catégorie dans la combinaison de la ligne de données { $row }.
bad-quota-second = { $file } a un second quota pour la même combinaison à la ligne de données { $row }.
fit-members = Le nombre de personnes est de { $members } dans pool.csv, et de { $stated } dans setup.json.
fit-seats = Le panel a { $seats } sièges, et le nombre de personnes qui peuvent siéger n’est que de { $open }.
fit-few = Il y a trop peu de volontaires pour le minimum de la ligne de données { $row } de quotas.csv.
fit-more = La ligne de données { $row } de quotas.csv demande plus de personnes qu’il n’y a de sièges.
fit-included = Plus de personnes sont incluses d’office que ne le permet la ligne de données { $row } de quotas.csv.
fit-minimums = La somme des minimums de « { $category } » dépasse le nombre de sièges ({ $seats }).
fit-maximums = La somme des maximums de « { $category } » est inférieure au nombre de sièges ({ $seats }).
fit-included-seats = Plus de personnes sont incluses d’office qu’il n’y a de sièges.
fit-household = Plus de personnes d’un même foyer sont incluses d’office qu’il n’en peut siéger.
fit-apart = Deux personnes sont incluses d’office alors qu’elles sont à tenir séparées.
