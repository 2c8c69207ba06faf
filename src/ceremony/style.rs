//! How the sheet looks. Lengths that `layout.rs` counts on have the same values there.

/// The style sheet, but for the number of columns of the table, and how large its type is (`--type`).
pub const STYLE: &str = "\
@page { size: A4; margin: 12mm; }\n\
* { box-sizing: border-box; }\n\
html { color-scheme: light; background: #888; }\n\
body { margin: 0; font: 13pt/1.4 system-ui, sans-serif; color: #000; }\n\
.page { width: 186mm; height: 272mm; margin: 8mm auto; outline: 12mm solid #fff; background: #fff; display: flex; flex-direction: column; break-after: page; }\n\
.page:last-child { break-after: auto; }\n\
@media print { html, body { background: none; } .page { margin: 0; outline: none; } }\n\
header, footer { flex: none; display: flex; justify-content: space-between; gap: 8mm; font-size: 9pt; line-height: 14pt; }\n\
header { border-bottom: .5pt solid #000; }\n\
footer { border-top: .5pt solid #000; }\n\
header b { border: 1.5pt solid #000; padding: 0 4pt; line-height: 11pt; }\n\
header span { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }\n\
.rest { flex: 1; min-height: 0; }\n\
h1 { font-size: 30pt; line-height: 1.2; margin: 8mm 0 2mm; overflow-wrap: anywhere; }\n\
h2 { font-size: 22pt; line-height: 1.2; margin: 6mm 0 4mm; }\n\
h1.long { font-size: 20pt; margin-top: 5mm; }\n\
h1.longest { font-size: 15pt; margin-top: 4mm; }\n\
h3, h2.minor { font-size: 10pt; line-height: 1.3; margin: 5mm 0 1mm; }\n\
p { margin: 0 0 2.5mm; }\n\
.mark { font-size: 18pt; font-weight: bold; border: 2pt solid #000; padding: 2mm 4mm; }\n\
.read { margin: 0; padding-inline-start: 5mm; border-inline-start: 3pt solid #000; font-size: 18pt; line-height: 1.35; }\n\
.todo, ol { margin: 0; padding-inline-start: 6mm; font-size: 12pt; }\n\
.todo li, ol li { margin-bottom: 1mm; }\n\
dl { display: grid; grid-template-columns: auto 1fr; gap: 1mm 6mm; margin: 4mm 0; }\n\
dd { margin: 0; font-weight: bold; overflow-wrap: anywhere; }\n\
.print { display: flex; gap: 10mm; align-items: center; margin: 4mm 0; }\n\
.groups { direction: ltr; margin: 0; padding: 0; list-style: none; display: grid; grid-template-columns: repeat(4, auto); gap: 2mm 7mm; font: bold 20pt/1.2 monospace; }\n\
.print svg { width: 44mm; height: 44mm; flex: none; }\n\
code { direction: ltr; unicode-bidi: isolate; font: 9.5pt/1.4 monospace; overflow-wrap: anywhere; }\n\
.boxes { direction: ltr; display: flex; flex-wrap: wrap; gap: 4mm; margin: 4mm 0; }\n\
.boxes div { width: 24mm; font-size: 10pt; text-align: center; unicode-bidi: plaintext; }\n\
.boxes.many div { width: 15mm; font-size: 7pt; }\n\
.boxes i { display: block; height: 28mm; border: 1.5pt solid #000; }\n\
.boxes.many i { height: 16mm; }\n\
.lines { display: grid; grid-template-columns: auto 1fr; gap: 6mm 4mm; margin: 5mm 0; font-size: 11pt; align-items: end; }\n\
.lines i { border-bottom: .75pt solid #000; height: 8mm; }\n\
.table h2 { font-size: 16pt; line-height: 20pt; margin: 4pt 0 4pt; }\n\
.cells { display: grid; column-gap: calc(10pt * var(--type)); align-content: start; }\n\
.cells p { margin: 0; height: calc(14pt * var(--type)); line-height: calc(14pt * var(--type)); font-size: calc(8pt * var(--type)); white-space: nowrap; }\n\
.cells b { font-size: calc(11pt * var(--type)); direction: ltr; unicode-bidi: isolate; font-variant-numeric: tabular-nums; }\n\
.cells pre { direction: ltr; width: fit-content; margin: 0 0 calc(6pt * var(--type)); font: calc(8pt * var(--type))/calc(9.5pt * var(--type)) monospace; text-align: left; }\n";

/// How it looks on screens that are narrower than the paper: everything flows. Behind all else.
pub const NARROW: &str = "\
@media screen and (max-width: 215mm) {\n\
body { font-size: 12pt; }\n\
.page { width: auto; height: auto; margin: 0 0 4mm; outline: none; padding: 4mm; }\n\
header span { white-space: normal; }\n\
header b { align-self: flex-start; }\n\
h1, h1.long, h1.longest { font-size: 18pt; margin-top: 4mm; }\n\
h2 { font-size: 16pt; }\n\
.read { font-size: 14pt; }\n\
dl { display: block; }\n\
dd { margin-bottom: 2mm; }\n\
.print { flex-wrap: wrap; gap: 4mm; }\n\
.groups { grid-template-columns: repeat(auto-fill, minmax(5ch, 1fr)); gap: 2mm 4mm; font-size: 16pt; flex: 1 1 60mm; }\n\
.boxes { gap: 2mm; }\n\
.lines { display: block; }\n\
.lines i { display: block; margin-bottom: 3mm; }\n\
.cells { display: flex; flex-wrap: wrap; gap: 2mm 6mm; }\n\
.cells p { height: auto; white-space: normal; }\n\
.cells pre { white-space: pre-wrap; }\n\
}\n";
