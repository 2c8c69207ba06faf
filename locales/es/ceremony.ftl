rehearsal = ENSAYO, NO ES EL SORTEO
rehearsal-sheet = Esta hoja es para un ensayo. Lo que se sortee con ella no cuenta.

# En cada página
sheet-title = Sorteo público: { $assembly }
sheet-page = Página { $page } de { $pages }
sheet-fingerprint = Huella { $groups } …
read-aloud = Leer en voz alta
to-do = Qué hacer
panel = Panel n.º { $number }

# La primera página
first-what = La hoja para la sala
first-draw = Sorteo { $draw }, intento { $attempt }
first-steps = Paso a paso
fact-members = Personas inscritas
fact-panels = Paneles que se sortean a la vez
fact-size = Miembros del panel
fact-size-each = Miembros de cada panel
fact-lottery = Paneles distintos que pueden salir
fact-sets = Conjuntos distintos de paneles que pueden salir
fact-tickets = Boletos, todos igual de probables
fact-seed = Lo que decide
fact-published = Huella hecha pública (según el compromiso)
fact-earlier = Intentos anteriores, indicados en commit.txt
seed-digits = { $count ->
    [one] { $count } cifra, sacada a mano
   *[other] { $count } cifras, sacadas a mano
}
seed-beacon = Ronda { $round } de la fuente pública de azar drand quicknet ({ $time })
seed-phrase = Un texto que alguien dice
needs-title = Lo que tiene que haber
needs-people = Una persona que lea en voz alta, una que haga la extracción, una que anote y dos testigos. Quien hace la extracción no es de la organización.
needs-digits = Diez bolas con los números del 0 al 9 y algo de donde sacarlas. El 6 y el 9 llevan una raya debajo del número. También sirve un dado de diez caras, del 0 al 9.
needs-beacon = Una conexión a la red para obtener la ronda; o alguien de fuera que la obtenga.
needs-phrase = Algo que determine el texto, para que no lo elija nadie de la sala.
needs-screen = El ordenador con el expediente del sorteo y una pantalla que todos vean.
needs-fingerprint = La huella tal como se hizo pública: el periódico, una carta, la página web.

# 1
opening-title = Apertura
opening-do = Espere hasta que todos puedan ver lo que se saca y oírle a usted.
opening-welcome = Bienvenidos al sorteo público: { $assembly }.
opening-rehearsal = Esto es un ensayo. Lo que se saque ahora no cuenta.
opening-pool = { $members ->
    [one] Hay { $members } persona inscrita.
   *[other] Hay { $members } personas inscritas.
}
opening-size = { $size ->
    [one] Ahora se sortea un panel. Tiene { $size } miembro.
   *[other] Ahora se sortea un panel. Tiene { $size } miembros.
}
opening-several = { $size ->
    [one] Ahora se sortean { $panels } paneles a la vez. Cada uno tiene { $size } miembro, y nadie está en dos.
   *[other] Ahora se sortean { $panels } paneles a la vez. Cada uno tiene { $size } miembros, y nadie está en dos.
}
opening-replace = { $size ->
    [one] Se han retirado miembros del panel. Ahora se completa; después vuelve a tener { $size } miembro. Quienes se quedaron conservan su puesto.
   *[other] Se han retirado miembros del panel. Ahora se completa; después vuelve a tener { $size } miembros. Quienes se quedaron conservan su puesto.
}
opening-alternates = { $size ->
    [one] Ahora se sortea { $size } suplente, que podrá entrar cuando se retiren miembros.
   *[other] Ahora se sortean { $size } suplentes, que podrán entrar cuando se retiren miembros.
}
opening-rotate = { $size ->
    [one] Ahora se sortea el panel del nuevo mandato. Tiene { $size } miembro. Quienes siguen conservan su puesto.
   *[other] Ahora se sortea el panel del nuevo mandato. Tiene { $size } miembros. Quienes siguen conservan su puesto.
}
opening-quotas = Salga lo que salga, el resultado cumple las cuotas que se publicaron.
opening-tickets = Todos los resultados posibles se enumeraron de antemano. { $tickets ->
    [one] Hay { $tickets } boleto, numerado
   *[other] Los boletos son { $tickets }, numerados
} del { $first } al { $last }. Cada boleto dice qué miembros ocupan los puestos. Cada uno es igual de probable que los demás.
opening-digits = { $count ->
    [one] El boleto lo decide { $count } cifra que se saca aquí a mano. Nadie puede conocerla todavía.
   *[other] El boleto lo deciden { $count } cifras que se sacan aquí a mano. Nadie puede conocerlas todavía.
}
opening-beacon = El boleto lo decide un valor aleatorio público.
opening-phrase = El boleto lo decide un texto que se dice aquí.

# 2
fingerprint-title = La huella
fingerprint-what = Aquello entre lo que se sortea quedó fijado de antemano: quién está inscrito, qué resultados hay y qué boletos tienen. La huella representa todo ello. Si se cambiara algo, la huella sería otra.
fingerprint-published = Según el compromiso, se hizo pública el { $published }.
fingerprint-hear = La leo ahora, en { $groups } grupos de cuatro. Compárenla, por favor, con la que conocen por el periódico, su carta o la página web.
fingerprint-code = El código QR contiene los mismos 64 caracteres.
fingerprint-ask = ¿Tiene alguien otra huella?
fingerprint-do = Lea despacio, grupo por grupo. Las letras van de la a a la f; lo que parece una O es un cero.
fingerprint-stop = Si alguien tiene otra huella, pare. No se saca nada hasta que esté claro por qué.

# 3
decide-title = Lo que decide
decide-digits = { $count ->
    [one] Se saca { $count } cifra. Es el boleto. Cada una de las diez cifras es igual de probable que las demás, y cada boleto también.
   *[other] Se sacan { $count } cifras, una tras otra. La primera es la primera cifra del boleto, y así sucesivamente. Cada vez, cada una de las diez cifras es igual de probable que las demás, y cada boleto también.
}
decide-digits-back = Después de cada cifra, la bola vuelve y se mezclan todas. Por eso una cifra puede salir más de una vez.
decide-digits-example = Un ejemplo: { $digits } serían el boleto { $ticket }.
decide-digits-counts = Una cifra cuenta una vez que se ha mostrado y leído en voz alta.
decide-digits-show = Muestre las diez bolas, del 0 al 9, una de cada. Quien quiera puede examinarlas, y también aquello de donde se sacan.
decide-digits-dice = Con un dado: muestre que cada cifra está en él una sola vez. Láncelo donde todos lo vean; la tirada cuenta cuando el dado queda apoyado sobre una cara.
decide-beacon = Muchas instituciones publican juntas cada tres segundos un nuevo valor aleatorio. Se fijó de antemano que decide la ronda { $round }. Se emite el { $time }.
decide-beacon-trust = Nadie puede conocer ni manipular el valor de antemano, salvo que muchas de esas instituciones se confabularan.
decide-beacon-show = Muestre un reloj con la hora UTC y la línea «seed» del archivo commit.txt: indica la ronda.
decide-phrase = Alguien dice un texto.
decide-phrase-trust = Quien elige un texto podría probar muchos de antemano. Por eso el texto tiene que venir de algo en lo que nadie intervenga.
decide-phrase-show = Diga cómo se obtendrá el texto antes de que se obtenga.
decide-calculation = Con eso y la huella se calcula el boleto. Cualquiera puede repetir ese cálculo.
decide-again = El sorteo no se repite por quiénes hayan salido.

# 4
draw-title = La extracción
draw-digits = { $count ->
    [one] Ahora se saca la cifra. La leo en voz alta, y se anota.
   *[other] Ahora se sacan las cifras. Leo cada una en voz alta, y se anota.
}
draw-digits-each = Sacar, mostrar, leer en voz alta, anotar, devolver, mezclar. Después, la cifra siguiente.
draw-digits-fallen = Una bola que se cae antes de mostrarla se devuelve y no cuenta.
draw-digits-end = Este es el boleto. ¿Ha visto alguien otras cifras?
draw-digit = Cifra n.º { $number }
draw-beacon = Ahora esperamos la ronda { $round }. Se emite el { $time }.
draw-beacon-fetch = Cuando llegue el momento, obtenga la ronda y haga el sorteo. Lea el boleto en voz alta y anótelo.
draw-phrase = Ahora se dice el texto. Yo lo repito, y se anota.
draw-phrase-write = Anótelo letra por letra; cuentan las mayúsculas, los espacios y las tildes. Haga el sorteo con él, lea el boleto en voz alta y anótelo.
draw-text = El texto
draw-ticket = Boleto
draw-number = Su número en lottery.json
draw-time = Fecha y hora
draw-by = Lo sacó
draw-written-by = Lo anotó
draw-witness = Testigo (nombre, firma)

# 5
next-title = Lo que sigue
next-look = Busco el boleto en la tabla y leo los números de los miembros que ocupan los puestos.
next-read = Leo los números de los miembros que ocupan los puestos, del archivo result.json.
next-numbers = Cada persona inscrita tiene un número. Está en su comprobante. No se leen nombres.
next-publish = Los archivos de este sorteo se publicarán, sin nombres.
next-check = Con ellos, cualquiera puede comprobar que este boleto corresponde a estos miembros y que nada se cambió desde que se hizo pública la huella.
next-table = La tabla está en las páginas { $pages } de esta hoja.
next-how = En la tabla, el boleto está en negrita. A continuación está el número de la entrada en lottery.json; debajo, los números de los miembros.
next-compare = Haga el sorteo también con klero. El archivo result.json tiene que indicar el mismo boleto y los mismos miembros que esta hoja.
next-dir = DIR es el directorio del expediente.
next-keep = Guarde esta página y la anterior con el expediente.
table-none-calculation = Esta hoja no tiene tabla: el boleto sale de un cálculo que hace klero. Cualquiera puede repetirlo con los archivos publicados.
table-none-many = Esta hoja no tiene tabla: { $tickets ->
    [one] { $tickets } boleto sería demasiado
   *[other] los boletos son { $tickets }, demasiados
} para imprimir. El archivo publicado lottery.json los contiene todos.
table-none-large = Esta hoja no tiene tabla: tantos miembros no caben en una página. El archivo publicado lottery.json los contiene todos.

# La tabla
table-heading = Boletos del { $first } al { $last }
table-number = N.º { $number }

# La vista para una pantalla
live-digit = Cifra n.º { $number } de { $count }
live-tickets = { $count ->
    [one] Queda { $count } boleto
   *[other] Quedan { $count } boletos
}
live-panels = { $count ->
    [one] Queda { $count } panel
   *[other] Quedan { $count } paneles
}
live-sets = { $count ->
    [one] Queda { $count } conjunto de paneles
   *[other] Quedan { $count } conjuntos de paneles
}
live-range = Boletos del { $first } al { $last }
live-ticket = Boleto { $ticket }
live-right = ¿Son estas las cifras que han salido?
live-members = Los miembros que ocupan los puestos
live-panel = Panel n.º { $number }: los miembros que ocupan los puestos
live-more = y { $count } más
live-keys-digits = 0–9: la cifra que ha salido. Retroceso: quitar una. Esc: salir.
live-keys-ticket = Intro: mostrar los miembros. Retroceso: quitar una cifra. Esc: salir.
live-keys-members = Intro: seguir. Esc: salir.
live-small = Esta ventana es demasiado pequeña. Hágala más grande o salga con Esc.
