rehearsal = ENSAYO, NO ES EL SORTEO
rehearsal-explained = Esta carta trata de un ensayo. No designa a nadie.
title = Usted está en la lista de inscritos
intro = Esta carta dice con qué características participa en el sorteo y cuál es su probabilidad. Es solo para usted. El archivo { $file } la acompaña; guarde ambos.
number = Su número entre los inscritos
identifier = Su identificador
name = Su nombre
household = Su hogar
chance = De { $all } boletos numerados, { $tickets ->
    [one] { $tickets } corresponde
   *[other] { $tickets } corresponden
} a un panel del que usted forma parte. Su probabilidad es { $percent }.
no-chance = Ninguno de los { $all } boletos corresponde a un panel del que usted forme parte. Pregunte el motivo a los organizadores.
not-drawn-yet = Aún no se ha sorteado nada.
was-drawn = Usted salió en el sorteo.
was-not-drawn = Usted no salió en el sorteo.
wrong = ¿Hay algo mal? Dígaselo a los organizadores, a ser posible antes del sorteo.
wrong-after = ¿Hay algo mal? Dígaselo a los organizadores.
fingerprint = La huella de aquello entre lo que se sortea. Tiene que ser la que los organizadores han hecho pública:
check-heading = Cómo comprobarlo
check-when = Antes del sorteo quizá solo sea pública la huella. Entonces guarde el archivo, y compruébelo cuando los organizadores hayan publicado la carpeta, a más tardar después del sorteo.
check-page = Abra verify.html en un navegador. Elija la carpeta que los organizadores han publicado (en un teléfono: sus archivos), y después el archivo { $file }. Nada sale de su dispositivo.
check-program = O con el programa klero: { $command }
keep = Quien tenga el archivo puede ver lo que dice de usted. No se lo dé a nadie a quien no se lo contaría.
