rehearsal = RÉPÉTITION, PAS LE TIRAGE
rehearsal-sheet = Cette feuille sert à une répétition. Ce qui est tiré avec elle ne compte pas.

# Sur chaque page
sheet-title = Tirage public : { $assembly }
sheet-page = Page { $page } sur { $pages }
sheet-fingerprint = Empreinte { $groups } …
read-aloud = À lire à haute voix
to-do = À faire
panel = Panel n° { $number }

# La première page
first-what = La feuille pour la salle
first-draw = Tirage { $draw }, tentative { $attempt }
first-steps = Étape par étape
fact-members = Volontaires
fact-panels = Panels tirés ensemble
fact-size = Membres du panel
fact-size-each = Membres de chaque panel
fact-lottery = Panels différents qui peuvent être tirés
fact-sets = Ensembles de panels différents qui peuvent être tirés
fact-tickets = Tickets, tous également probables
fact-seed = Ce qui décide
fact-published = Empreinte rendue publique (selon l’engagement)
fact-earlier = Tentatives précédentes, nommées dans commit.txt
seed-digits = { $count ->
    [one] { $count } chiffre, tiré à la main
   *[other] { $count } chiffres, tirés à la main
}
seed-beacon = Tour { $round } de la source publique de hasard drand quicknet ({ $time })
seed-phrase = Un texte que quelqu’un dit
needs-title = Ce qu’il faut avoir sur place
needs-people = Une personne qui lit, une qui tire, une qui écrit, et deux témoins. Celle qui tire ne fait pas partie des organisateurs.
needs-digits = Dix boules portant les chiffres de 0 à 9, et de quoi les tirer. Le 6 et le 9 ont un trait sous le chiffre. Un dé à dix faces, de 0 à 9, convient aussi.
needs-beacon = Une connexion au réseau, pour récupérer le tour ; ou quelqu’un à l’extérieur qui le récupère.
needs-phrase = Quelque chose qui détermine le texte, pour que personne dans la salle ne le choisisse.
needs-screen = L’ordinateur avec le dossier du tirage, et un écran que tout le monde voit.
needs-fingerprint = L’empreinte telle qu’elle a été rendue publique : le journal, une lettre, la page web.

# 1
opening-title = Ouverture
opening-do = Attendez que tout le monde voie ce qui est tiré et vous entende.
opening-welcome = Bienvenue au tirage public : { $assembly }.
opening-rehearsal = Ceci est une répétition. Ce qui est tiré maintenant ne compte pas.
opening-pool = { $members ->
    [one] Il y a { $members } volontaire.
   *[other] Il y a { $members } volontaires.
}
opening-size = { $size ->
    [one] Nous allons tirer au sort un panel. Il aura { $size } membre.
   *[other] Nous allons tirer au sort un panel. Il aura { $size } membres.
}
opening-several = { $size ->
    [one] Nous allons tirer au sort { $panels } panels ensemble. Chacun aura { $size } membre, et personne ne siégera dans deux panels.
   *[other] Nous allons tirer au sort { $panels } panels ensemble. Chacun aura { $size } membres, et personne ne siégera dans deux panels.
}
opening-replace = { $size ->
    [one] Des membres du panel se sont retirés. Nous allons le compléter ; il aura de nouveau { $size } membre. Ceux qui sont restés gardent leur siège.
   *[other] Des membres du panel se sont retirés. Nous allons le compléter ; il aura de nouveau { $size } membres. Ceux qui sont restés gardent leur siège.
}
opening-alternates = { $size ->
    [one] Nous allons tirer au sort { $size } suppléant, qui pourra prendre la place d’un membre qui se retire.
   *[other] Nous allons tirer au sort { $size } suppléants, qui pourront prendre la place de membres qui se retirent.
}
opening-rotate = { $size ->
    [one] Nous allons tirer au sort le panel du nouveau mandat. Il aura { $size } membre. Ceux qui restent gardent leur siège.
   *[other] Nous allons tirer au sort le panel du nouveau mandat. Il aura { $size } membres. Ceux qui restent gardent leur siège.
}
opening-quotas = Quel que soit le résultat, il respecte les quotas qui ont été publiés.
opening-tickets = Tous les résultats possibles ont été listés d’avance. Il y a { $tickets ->
    [one] { $tickets } ticket, numéroté
   *[other] { $tickets } tickets, numérotés
} de { $first } à { $last }. Chaque ticket dit quels membres siègent. Chacun est aussi probable que les autres.
opening-digits = { $count ->
    [one] { $count } chiffre, tiré ici à la main, détermine le ticket. Personne ne peut encore le connaître.
   *[other] { $count } chiffres, tirés ici à la main, déterminent le ticket. Personne ne peut encore les connaître.
}
opening-beacon = Une valeur aléatoire publique détermine le ticket.
opening-phrase = Un texte dit ici détermine le ticket.

# 2
fingerprint-title = L’empreinte
fingerprint-what = La base du tirage a été fixée d’avance : qui est volontaire, quels résultats il y a, et quels tickets leur reviennent. L’empreinte vaut pour tout cela. Si quoi que ce soit était changé, l’empreinte serait différente.
fingerprint-published = Selon l’engagement, elle a été rendue publique le { $published }.
fingerprint-hear = Je la lis maintenant, en { $groups } groupes de quatre. Comparez-la, s’il vous plaît, à celle que vous connaissez par le journal, votre lettre ou la page web.
fingerprint-code = Le code QR contient les mêmes 64 caractères.
fingerprint-ask = Quelqu’un a-t-il une autre empreinte ?
fingerprint-do = Lisez lentement, groupe par groupe. Les lettres vont de a à f ; ce qui ressemble à un O est un zéro.
fingerprint-stop = Si quelqu’un a une autre empreinte, arrêtez. On ne tire rien avant de savoir pourquoi.

# 3
decide-title = Ce qui décide
decide-digits = { $count ->
    [one] { $count } chiffre est tiré. C’est le ticket. Chacun des dix chiffres est aussi probable que les autres, et chaque ticket aussi.
   *[other] { $count } chiffres sont tirés, l’un après l’autre. Le premier est le premier chiffre du ticket, et ainsi de suite. À chaque fois, chacun des dix chiffres est aussi probable que les autres, et chaque ticket aussi.
}
decide-digits-back = Après chaque chiffre, la boule est remise et toutes les boules sont mélangées. Un chiffre peut donc sortir plusieurs fois.
decide-digits-example = Un exemple : avec { $digits }, ce serait le ticket { $ticket }.
decide-digits-counts = Un chiffre compte dès qu’il a été montré et lu.
decide-digits-show = Montrez les dix boules, de 0 à 9, chacune une fois. Qui le souhaite peut les examiner, ainsi que ce dont on les tire.
decide-digits-dice = Avec un dé : montrez que chaque chiffre y figure une fois. Lancez-le là où tout le monde le voit ; il compte quand il repose à plat.
decide-beacon = De nombreuses institutions publient ensemble, toutes les trois secondes, une nouvelle valeur aléatoire. Il a été fixé d’avance que le tour { $round } décide. Ce tour arrive le { $time }.
decide-beacon-trust = Personne ne peut connaître ni orienter cette valeur d’avance, à moins que beaucoup de ces institutions ne s’entendent entre elles.
decide-beacon-show = Montrez une horloge à l’heure UTC, et la ligne « seed » du fichier commit.txt : elle indique le tour.
decide-phrase = Quelqu’un dit un texte.
decide-phrase-trust = Celui qui choisit un texte pourrait en essayer beaucoup d’avance. Le texte doit donc venir de quelque chose sur quoi personne n’a prise.
decide-phrase-show = Dites comment le texte sera obtenu, avant qu’il le soit.
decide-calculation = À partir de là et de l’empreinte, on calcule le ticket. Chacun peut refaire ce calcul.
decide-again = On ne recommence pas le tirage à cause des personnes qu’il désigne.

# 4
draw-title = Le tirage
draw-digits = { $count ->
    [one] Nous tirons maintenant le chiffre. Je le lis, et il est noté.
   *[other] Nous tirons maintenant les chiffres. Je lis chacun d’eux, et il est noté.
}
draw-digits-each = Tirer, montrer, lire, noter, remettre, mélanger. Puis le chiffre suivant.
draw-digits-fallen = Une boule qui tombe avant d’avoir été montrée est remise et ne compte pas.
draw-digits-end = Voici le ticket. Quelqu’un a-t-il vu d’autres chiffres ?
draw-digit = Chiffre { $number }
draw-beacon = Nous attendons maintenant le tour { $round }. Il arrive le { $time }.
draw-beacon-fetch = Le moment venu, récupérez le tour et faites le tirage. Lisez le ticket, et notez-le.
draw-phrase = Le texte va maintenant être dit. Je le répète, et il est noté.
draw-phrase-write = Notez-le lettre par lettre ; majuscules, espaces et accents comptent. Faites le tirage avec ce texte, lisez le ticket, et notez-le.
draw-text = Le texte
draw-ticket = Ticket tiré
draw-number = Son numéro dans lottery.json
draw-time = Date et heure
draw-by = Tiré par
draw-written-by = Noté par
draw-witness = Témoin (nom, signature)

# 5
next-title = La suite
next-look = Je cherche le ticket dans le tableau et je lis les numéros des membres qui siègent.
next-read = Je lis les numéros des membres qui siègent, dans le fichier result.json.
next-numbers = Chaque volontaire a un numéro. Il figure sur son reçu. Les noms ne sont pas lus.
next-publish = Les fichiers de ce tirage seront publiés, sans les noms.
next-check = Chacun peut vérifier avec eux que ce ticket désigne ces membres, et que rien n’a été changé depuis que l’empreinte est publique.
next-table = Le tableau se trouve aux pages { $pages } de cette feuille.
next-how = Dans le tableau, le ticket est en gras. Il est suivi du numéro de l’entrée dans lottery.json ; au-dessous se trouvent les numéros des membres.
next-compare = Faites aussi le tirage avec klero. Le fichier result.json doit nommer le même ticket et les mêmes membres que cette feuille.
next-dir = DIR est le répertoire du dossier.
next-keep = Conservez cette page et la précédente avec le dossier.
table-none-calculation = Cette feuille n’a pas de tableau : le ticket vient d’un calcul, que fait klero. Chacun peut le refaire avec les fichiers publiés.
table-none-many = Cette feuille n’a pas de tableau : { $tickets ->
    [one] { $tickets } ticket
   *[other] { $tickets } tickets
}, ce serait trop à imprimer. Le fichier publié lottery.json les contient tous.
table-none-large = Cette feuille n’a pas de tableau : tant de membres ne tiennent pas sur une page. Le fichier publié lottery.json les contient tous.

# Le tableau
table-heading = Tickets { $first } à { $last }
table-number = N° { $number }

# La vue pour un écran
live-digit = Chiffre { $number } sur { $count }
live-tickets = { $count ->
    [one] Il reste { $count } ticket
   *[other] Il reste { $count } tickets
}
live-panels = { $count ->
    [one] Il reste { $count } panel
   *[other] Il reste { $count } panels
}
live-sets = { $count ->
    [one] Il reste { $count } ensemble de panels
   *[other] Il reste { $count } ensembles de panels
}
live-range = Tickets { $first } à { $last }
live-ticket = Ticket n° { $ticket }
live-right = Ces chiffres sont-ils bien ceux qui ont été tirés ?
live-members = Les membres qui siègent
live-panel = Panel n° { $number } : les membres qui siègent
live-more = et { $count } de plus
live-keys-digits = 0–9 : le chiffre tiré. Retour arrière : en reprendre un. Échap : quitter.
live-keys-ticket = Entrée : montrer les membres. Retour arrière : reprendre un chiffre. Échap : quitter.
live-keys-members = Entrée : continuer. Échap : quitter.
live-small = Cette fenêtre est trop petite. Agrandissez-la, ou quittez avec Échap.
