/// The script of the page: theme, numbers in cells, printing, what a cell holds, and the curves of those
/// whose curve is not drawn. It reads data that stand in the page, makes text only, stores nothing and
/// asks nobody.
enum HTMLScript {
  static let source = [start, tools, inspector, end].joined(separator: "\n")

  private static let start = """
    "use strict";
    (()=>{
    const R=document.documentElement,q=s=>document.querySelector(s);
    const json=id=>{const e=document.getElementById(id);return e?JSON.parse(e.textContent):null};
    const W=json("words"),D=json("data");
    const day=i=>{const t=new Date(Date.parse(D.first)+i*864e5);
    return W.days[(t.getUTCDay()+6)%7]+" "+t.getUTCDate()+(W.mark===","?". ":" ")+W.months[t.getUTCMonth()]};
    """

  private static let tools = """
    for(const b of document.querySelectorAll(".tools button"))b.hidden=false;
    q("#theme").addEventListener("click",()=>{
    const d=R.dataset.theme?R.dataset.theme==="dark":matchMedia("(prefers-color-scheme:dark)").matches;
    R.dataset.theme=d?"light":"dark"});
    if(D){q("#kss").setAttribute("aria-pressed","false");
    q("#kss").addEventListener("click",e=>{
    e.currentTarget.setAttribute("aria-pressed",document.body.classList.toggle("show-kss"))})}
    else q("#kss").hidden=true;
    q("#print").addEventListener("click",()=>print());
    function open(){const d=location.hash&&document.getElementById(location.hash.slice(1));
    if(d&&d.tagName==="DETAILS")d.open=true}
    addEventListener("hashchange",open);open();
    """

  private static let inspector = """
    const out=q("#insp");let cur=null;
    function place(td){const t=td.closest("table"),tr=td.parentElement,c=td.cellIndex-1;
    if(tr.parentElement.tagName!=="TBODY"||c<0||td.classList.contains("sum"))return null;
    return{row:+t.dataset.row+tr.sectionRowIndex,day:+t.dataset.day+c,name:tr.cells[0].textContent}}
    function show(td,focus){const p=td&&td.tagName==="TD"&&place(td);if(!p)return;
    if(cur)cur.removeAttribute("tabindex");cur=td;td.tabIndex=0;if(focus)td.focus();
    const v=D.alphabet.indexOf(D.rows[p.row][p.day]),s=[p.name,day(p.day)];
    s.push(td.textContent?W.shift+" "+td.textContent:W.off);
    if(v>0)s.push(W.highest+" "+((v+9)/10).toFixed(1).replace(".",W.mark));
    for(const k of["fe","fd","fw","fn"])if(td.classList.contains(k))s.push(W[k]);
    out.textContent=s.join(" · ")}
    const step={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]};
    for(const t of document.querySelectorAll("table.roster")){
    t.addEventListener("click",e=>show(e.target.closest("td")));
    t.addEventListener("mouseover",e=>show(e.target.closest("td")));
    t.addEventListener("keydown",e=>{const m=step[e.key],td=e.target.closest("td");
    if(!m||!td)return;const b=t.tBodies[0].rows[td.parentElement.sectionRowIndex+m[0]];
    const n=b&&b.cells[td.cellIndex+m[1]];
    if(n&&n.tagName==="TD"&&!n.classList.contains("sum")){e.preventDefault();show(n,true)}});
    if(!cur){cur=t.tBodies[0].rows[0].cells[1];cur.tabIndex=0;out.hidden=false}}
    """

  private static let end = "})();"
}
