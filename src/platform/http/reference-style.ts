/** Of the page to read: one column on a phone, contents beside the text on anything wider, the device's own light or dark. */
export const STYLE = `:root{color-scheme:light dark;background:Canvas;color:CanvasText;font:15px/1.5 system-ui,sans-serif;--rule:light-dark(#d5d9de,#3a4048);--soft:light-dark(#59636e,#a3adb8);--code:light-dark(#f3f5f7,#20252b)}
body{margin:0;display:grid;grid-template-columns:20rem minmax(0,1fr)}
a{color:light-dark(#0b57b0,#8ab8ff)}:focus-visible{outline:2px solid light-dark(#0b57b0,#8ab8ff);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;padding:.5rem;background:Canvas;z-index:1}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:1rem;box-sizing:border-box;border-right:1px solid var(--rule)}
nav form{margin-bottom:1rem}nav label{display:block;font-weight:600}nav input{font:inherit;width:11rem;padding:.3rem}nav button{font:inherit;padding:.3rem .6rem}
nav ul{list-style:none;padding:0;margin:.2rem 0 .8rem}nav li{font-size:.9rem}nav a{color:inherit;text-decoration:none;display:block;padding:.15rem 0}
nav a:hover,nav a:focus{text-decoration:underline}nav b{font-size:.75rem;color:var(--soft)}
summary{font-weight:600;cursor:pointer;padding:.2rem 0}main{padding:1.5rem 2rem;max-width:62rem;min-width:0}h1 small{font-weight:400;color:var(--soft)}
h2{border-bottom:1px solid var(--rule);margin-top:3rem}h2,h3,article{scroll-margin-top:1rem}article{margin:2.5rem 0}h3 a{color:inherit;text-decoration:none}h3 a:hover{text-decoration:underline}
.route{font-size:1rem;overflow-wrap:anywhere}.GET{color:light-dark(#05663f,#5fd3a2)}.POST{color:light-dark(#0b57b0,#8ab8ff)}.PUT,.PATCH{color:light-dark(#8a4b00,#f0b35e)}.DELETE{color:light-dark(#b3261e,#ff9d94)}
code{font:.92em ui-monospace,monospace}pre{background:var(--code);padding:.8rem;overflow:auto;border-radius:.3rem}
table{border-collapse:collapse;width:100%;font-size:.9rem;table-layout:fixed}th,td{text-align:left;vertical-align:top;padding:.35rem .7rem .35rem 0;border-bottom:1px solid var(--rule);overflow-wrap:anywhere}
th:nth-child(1){width:32%}th:nth-child(2){width:24%}td:nth-child(2){color:var(--soft)}
h4{margin:1.2rem 0 .2rem}i{color:var(--soft);font-size:.85rem}.refusals{margin-top:1rem}dt{font-weight:600}dd{margin:0 0 .5rem 1.2rem}dd ul{margin:0;padding-left:1rem}
@media(max-width:50rem){body{display:block}nav{position:static;height:auto;border:0}nav a{padding:.45rem 0}nav button,nav input{min-height:2.75rem}main{padding:1rem}
thead{position:absolute;left:-99rem}table,tbody,tr,td{display:block;width:auto}tr{padding:.4rem 0;border-bottom:1px solid var(--rule)}td{border:0;padding:.1rem 0}}
@media print{nav,.skip{display:none}body{display:block}}`;
