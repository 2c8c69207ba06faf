# La page sur un tirage (klero report) et ses graphiques (klero plot).

rehearsal = RÉPÉTITION, PAS LE TIRAGE
rehearsal-explained = Cette page porte sur une répétition. Elle ne désigne personne.

title-drawn = Comment le panel a été tiré au sort
title-panels = Comment les panels ont été tirés au sort
title-waiting = La loterie pour le panel
title-replace = Comment les sièges vacants ont été pourvus
title-alternates = Comment les suppléants ont été tirés au sort
title-rotate = Comment le panel du nouveau mandat a été tiré au sort

how-heading = En bref
how-quotas = Il y a eu plus de volontaires que de sièges. Des quotas, fixés avant le tirage, disent combien de sièges chaque groupe reçoit au moins et au plus.
how-panels = Un ordinateur a composé de nombreux panels qui respectent chacun tous les quotas, et a donné à chacun des tickets numérotés.
how-sets = Un ordinateur a composé de nombreux ensembles de panels de ce genre, dont chaque panel respecte tous les quotas, et a donné à chaque ensemble des tickets numérotés.
how-leximin = Les tickets sont répartis de façon que la personne dont la chance est la plus petite ait une chance aussi grande que les quotas le permettent ; puis la personne suivante, et ainsi de suite.
how-fairest = Aucune autre loterie n’est plus équitable en ce sens.
how-rounded = Avec { $tickets } tickets, les chances ne peuvent être réparties qu’en tickets entiers. Cette loterie n’est donc pas tout à fait la plus équitable : ses chances s’écartent des plus équitables de { $points } points de pourcentage au plus.
how-other = Les tickets sont répartis selon la règle « { $objective } ». Il n’est pas affirmé qu’il n’existe pas de loterie plus équitable.
how-ticket = Ensuite, un ticket a été tiré. Tous les tickets avaient la même probabilité, et le panel qui porte ce ticket est désigné.
how-waiting = Aucun ticket n’a encore été tiré. Le moment venu, tous les tickets auront la même probabilité, et le panel qui porte le ticket tiré sera désigné.
how-together = Plusieurs panels sont tirés ensemble parmi les mêmes volontaires. Les quotas valent pour chacun d’eux, et personne ne siège dans deux d’entre eux.
how-replace = Certains membres d’un panel précédent se sont retirés. Ceux qui sont restés gardent leur siège ; d’autres volontaires reçoivent les sièges vacants. Les quotas valent pour tous ceux qui siègent ensuite.
how-alternates = Les suppléants prennent la place des membres du panel qui se retirent. Ceux qui siègent déjà ne pouvaient pas être tirés.
how-rotate = Un nouveau mandat commence. Ceux qui restent gardent leur siège ; les autres sièges vont à de nouveaux membres. Les anciens membres font une pause.
how-rules = Autres règles que chaque panel respecte :
rule-household = personnes d’un même foyer qui peuvent siéger, au plus : { $limit }
rule-apart = groupes de personnes dont une seule au plus peut siéger : { $groups }
rule-include = personnes qui siègent dans chaque panel : { $people }
rule-exclude = volontaires qui ne siègent dans aucun panel : { $people }

fact-pool = Volontaires
fact-panel = Sièges du panel
fact-panels = Panels de cette taille, tirés ensemble
fact-open-people = Personnes qui pouvaient être tirées
fact-open-seats = Sièges qui leur étaient ouverts
fact-lottery = Panels dans la loterie
fact-sets = Ensembles de panels dans la loterie
fact-tickets = Tickets en tout
fact-ticket = Ticket tiré (compté à partir de 0)
fact-number = Numéro du panel tiré
fact-smallest = Plus petite chance
fact-none = Personnes sans ticket
fact-smallest-drawn = Plus petite chance de celles et ceux qui peuvent être tirés
fact-largest = Plus grande chance

groups-heading = Volontaires, quotas et panel
groups-intro = Pour chaque groupe : sa part des volontaires et du panel. Les crochets marquent la plus petite et la plus grande part du panel que le quota permet.
groups-intro-population = Pour chaque groupe : sa part de la population, des volontaires et du panel. Les crochets marquent la plus petite et la plus grande part du panel que le quota permet.
groups-title = { $category } : parts et quotas
legend-brackets = la plus petite et la plus grande part du panel que le quota permet
quota = quota : { $range }
bar-population = population : { $share }
bar-pool = volontaires : { $share }
bar-panel = panel : { $seats } ({ $share })
bar-numbered = panel { $number } : { $seats } ({ $share })
bar-average = en moyenne : { $seats } ({ $share })
groups-together = Quotas sur plusieurs caractéristiques à la fois

table = Les chiffres en tableau : { $title }
col-group = Groupe
col-quota = Quota fixé
col-pool = Volontaires
col-pool-share = Part des volontaires
col-population = Part de la population
col-average = Sièges en moyenne
col-panel = Sièges dans le panel
col-numbered = Panel n° { $number }

names-heading = Les membres tirés au sort
names-note = Cette liste contient des données personnelles. Ne la donnez qu’à ceux qui ont le droit de la voir.
col-on-panel = Panel n°
col-new = Nouveau
is-new = oui

chances-heading = Les chances de chacun
chances-intro = Tous les volontaires sont classés par ordre croissant de leurs chances. Les chances diffèrent à cause des quotas : là où peu de personnes d’un groupe se sont portées volontaires, chacune doit être tirée plus souvent.
chances-open = Il s’agit ici des personnes qui pouvaient être tirées. Quant à celles qui restent ou qui sont parties, ce n’est pas la loterie qui a décidé si elles ont un siège.
chances-smallest = La plus petite chance est de { $chance }, la plus grande de { $largest }.
chances-smallest-drawn = Parmi les personnes qui peuvent être tirées, la plus petite chance est de { $chance }.
chances-bound = Aucune loterie qui respecte les règles ne peut donner à tous plus de { $fraction } ({ $chance }). Le dossier du tirage en contient la preuve (certificate.json), et klero verify la vérifie par le calcul.
chances-bound-rest = Aucune loterie qui respecte les règles ne peut donner à tous ceux qui ont une possibilité d’être tirés plus de { $fraction } ({ $chance }). Le dossier du tirage en contient la preuve (certificate.json), et klero verify la vérifie par le calcul.
chances-even = Si les quotas ne comptaient pas, tous auraient la même chance : { $seats } sur { $people }, soit { $chance }.
chances-none = Personnes sans aucun ticket, bien que personne ne les ait exclues : { $people }. En règle générale, les quotas ne leur laissent aucun siège.
chances-legacy = À titre de comparaison : il y a quelques années encore, la plupart des assemblées pourvoyaient les sièges un par un selon une règle gloutonne (« legacy »). Essayée { $draws } fois sur ces volontaires (graine { $seed }), elle a tiré la personne qu’elle tirait le moins souvent dans { $smallest } des essais, et celle qu’elle tirait le plus souvent dans { $largest }.
chances-no-legacy = À titre de comparaison, une règle gloutonne (« legacy »), par laquelle la plupart des assemblées pourvoyaient autrefois les sièges un par un, a aussi été essayée. Elle n’a trouvé aucun panel.
chart-chances = Chances d’obtenir un siège
axis-members = part des personnes, de la plus petite chance à la plus grande
curve-lottery = cette loterie
curve-none = personnes qui n’y ont aucun ticket : { $people }
curve-legacy = règle gloutonne, sur { $draws } essais
line-even = la même chance pour tous : { $chance }
line-bound = on ne peut pas donner plus à tous : { $chance }
line-bound-rest = on ne peut pas donner plus à tous ceux qui peuvent être tirés : { $chance }
mark-smallest = la plus petite : { $chance }
mark-largest = la plus grande : { $chance }
mark-beyond = la plus grande : { $chance }, au-dessus de l’image ↑
col-people = Personnes
col-lottery = Cette loterie
col-legacy = Règle gloutonne
row-least = la plus petite chance
row-part = { $share } des personnes ont au plus
row-most = la plus grande chance

letters-heading = De la lettre au siège
letters-intro = Quiconque avait reçu une lettre pouvait se porter volontaire. La chance qu’a un foyer de voir l’un des siens siéger se compose donc de trois éléments : la chance de recevoir une lettre, dont les destinataires ont été tirés au sort ; le fait que quelqu’un réponde, ce qui dépend des gens ; et la chance d’être désigné, que donne cette loterie.
letters-title = Les chances, de la lettre au siège
letters-everybody = tous les foyers
letters-col-group = Groupe
letters-col-households = Foyers
letters-col-letters = Lettres
letters-col-invited = Chance de recevoir une lettre
letters-col-answered = Lettres suivies d’une réponse
letters-col-selected = Chance d’être désigné, en moyenne
letters-col-sits = Chance de siéger
letters-note = La chance de recevoir une lettre et la chance d’être désigné sont exactes. Personne ne peut savoir d’avance combien de lettres recevront une réponse ; la part indiquée est celle qui a été constatée. La chance de siéger est le produit des trois : c’est celle d’un foyer du groupe, en moyenne.

pairs-heading = Deux groupes à la fois
pairs-intro = Les quotas portent sur un groupe à la fois. Pour les personnes qui appartiennent à deux groupes à la fois, par exemple { $example }, personne n’a fixé de nombre de sièges. Ce que cette loterie leur donne a été compté exactement, sur tous ses tickets.
pairs-count = Paires de groupes qui comptent au moins un volontaire et n’ont pas de quota propre : { $pairs }. Parmi elles, sûres d’avoir un membre dans le panel, quel que soit le tirage : { $certain }.
pairs-shares = Pour les paires dont la part de la population a été indiquée, le tableau compare aussi avec cette part.
pairs-shares-none = Les parts de la population qui ont été indiquées sont celles de groupes pris un à un. On ne peut pas en déduire combien de personnes appartiennent à deux groupes à la fois ; la comparaison se fait donc ici avec les volontaires.
pairs-shown = Le graphique montre les paires qui risquent le plus de n’avoir personne dans le panel, parmi celles qui auraient au moins un siège d’après leur part des volontaires.
pairs-shown-population = Le graphique montre les paires qui risquent le plus de n’avoir personne dans le panel, parmi celles qui auraient au moins un siège d’après leur part de la population ou, si elle n’a pas été indiquée, des volontaires.
pairs-all = Chaque paire qui aurait au moins un siège d’après sa part des volontaires est sûre d’avoir un membre dans le panel.
pairs-all-population = Chaque paire qui aurait au moins un siège d’après sa part de la population ou, si elle n’a pas été indiquée, des volontaires est sûre d’avoir un membre dans le panel.
pairs-together = S’il y a plusieurs panels, il s’agit ici de l’un d’eux, en moyenne.
chart-pairs = Probabilité d’au moins un membre
pair = { $one } + { $other }
col-pair = Paire de groupes
col-by-share = Sièges d’après la part des volontaires
col-one = Au moins un membre
col-rounded = Autant que d’après la part, arrondi vers le bas ou vers le haut
col-rounded-pool = Autant que d’après la part des volontaires, arrondi vers le bas ou vers le haut
col-by-population = Sièges d’après la part de la population
col-rounded-population = Autant que d’après la part de la population, arrondi vers le bas ou vers le haut
col-drawn = Panel tiré

draw-heading = Le tirage
draw-committed = Avant le tirage, tous les fichiers ont été fixés par une empreinte. Les organisateurs disent qu’elle a été publiée le { $moment }. Comparez-la à ce qui a été imprimé alors.
draw-attempts = Tentatives précédentes de ce tirage, avec ces empreintes : { $attempts }
draw-beacon = La graine est le tour { $round } de quicknet (drand), une source publique de hasard que personne ne peut connaître d’avance ni orienter. Il est arrivé le { $moment }.
draw-digits = La graine est faite de chiffres tirés à la main.
draw-phrase = La graine est un texte que quelqu’un a dit.
draw-at-once = Il n’y a pas eu d’engagement avant le tirage : la graine est un texte, et rien ne montre qu’il n’a pas été choisi en vue d’un résultat voulu.
will-beacon = La graine sera le tour { $round } de quicknet (drand), une source publique de hasard que personne ne peut connaître d’avance ni orienter. Il arrive le { $moment }.
will-digits = La graine sera faite de chiffres tirés à la main : { $count }.
will-phrase = La graine sera un texte que quelqu’un dira.
will-open = Il n’y a pas encore d’engagement : rien n’est fixé, et la provenance de la graine reste ouverte.
draw-rule = La graine et la loterie déterminent le ticket par une règle que chacun peut suivre.
label-fingerprint = Empreinte
label-seed = Graine
label-key = Clé
label-ticket = Ticket tiré
label-panel = Panel dans lottery.json
ticket-of = { $ticket } sur { $tickets }, compté à partir de 0

verify-heading = Comment vérifier
verify-intro = Quiconque a le dossier du tirage, à partir duquel cette page a été faite, peut vérifier le tirage sans se fier à personne. Ici, ce dossier s’appelle « record » :
verify-public = Le dossier du tirage a une forme publique : un dossier sans noms, fait pour tout le monde. Quiconque l’a peut vérifier le tirage sans se fier à personne. Ici, il s’appelle « public » :
verify-program = avec le programme klero : { $command }
verify-page = dans un navigateur : ouvrir verify.html et choisir le dossier (sur un téléphone : ses fichiers) ; rien ne quitte votre appareil
verify-script = avec Python : { $command }
verify-hand = à la main, avec des outils courants, comme l’explique docs/by-hand.md
verify-needs = Certains contrôles ont besoin des fichiers qui contiennent des données personnelles et ne peuvent pas être faits avec la forme publique : ces programmes disent alors NOT CHECKED (non contrôlé). Quiconque peut voir le dossier complet peut les faire tous de la même manière.
verify-beacon = Le script Python ne peut pas vérifier la signature d’une source publique de hasard ; sa dernière ligne est donc NOT VERIFIED (non vérifié), même si rien n’a échoué. klero et verify.html vérifient aussi cette signature.
verify-receipt = Chaque volontaire peut demander un reçu, qui montre qu’il prend part au tirage, avec quelles caractéristiques et combien de tickets.
verify-said = Quand cette page a été faite, klero verify a dit du dossier complet :
verify-means = Cela veut dire que tous les contrôles ont été faits et qu’aucun n’a échoué.
verify-brackets = Ce qui est entre parenthèses est à savoir aussi.
verify-alone = Ce dossier fait suite à un autre. Tout ne peut être vérifié qu’avec celui-là : donnez les deux à klero verify.

# The verdict, in the words of verify.ftl
verified = VÉRIFIÉ
not-verified = NON VÉRIFIÉ
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

limits-heading = Ce qui n’est pas garanti
limit-pool = Que tous ceux qui se sont inscrits figurent parmi les volontaires, et que chaque entrée soit une vraie personne avec les caractéristiques indiquées.
limit-seed = Que la graine n’ait pas été choisie à la convenance de quelqu’un.
limit-published = Que l’empreinte ait été publique avant que quiconque puisse connaître la graine.
limit-objective = Qu’aucune loterie ne soit plus équitable.
limit-dropouts = Que ceux que l’on dit partis le soient, et que personne n’ait tiré cette étape deux fois.
limit-features = Que le panel ressemble à la population pour ce qui n’a pas de quota.
limit-small = Qu’une personne qui a de grandes chances soit tirée, ou qu’une personne qui en a peu ne le soit pas : c’est le propre d’un tirage au sort.

made = Fait par klero { $version } à partir des fichiers du dossier, et de rien d’autre.
made-shares = Fait par klero { $version } à partir des fichiers du dossier et des parts de la population.
