/// The script of the page: theme, numbers in cells, printing, what a cell holds, and the curves of those
/// whose curve is not drawn. It reads data that stand in the page, makes text only, stores nothing and
/// asks nobody.
enum HTMLScript {
  static let source = [start, tools, inspector, curves, end].joined(separator: "\n")

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

  /// The picture of `AlertnessCurve`, from the numbers of `CurveWindow`.
  private static let curves = """
    const C=json("curves"),A=D&&D.alphabet;
    const wide=s=>s.match(/../g)?.map(p=>A.indexOf(p[0])*A.length+A.indexOf(p[1]))||[];
    function add(to,name,set,text){const e=document.createElementNS("http://www.w3.org/2000/svg",name);
    for(const k in set)e.setAttribute(k,set[k]);if(text!=null)e.textContent=text;to.append(e);return e}
    function draw(box,name){const c=C&&C[box.dataset.row];if(!c||box.firstChild)return;
    const[first,mids,samples]=c,m=wide(mids),len=Math.max(6,m[m.length-1]);
    const X=v=>64+Math.floor(Math.min(Math.max(v,0),len)*1026/len),Y=t=>150-Math.floor(t*1.7);
    const s=add(box,"svg",{class:"chart days",viewBox:"0 0 1100 262",role:"img","aria-label":
    W.curve+" "+name+", "+day(first)+" – "+day(first+m.length-2)});
    let p="";for(const v of m){const a=X(v-12),b=X(v+72);if(b>a)p+=`M${a} 14H${b}V150H${a}z`}
    add(s,"path",{class:"ni",d:p});p="";
    for(const k of[1,3,5,7,9]){const y=Y(k*10-10);if(k!==7)p+=`M64 ${y}H1090`;
    add(s,"text",{class:"end mt",x:58,y:y+4},k)}
    for(const v of m)p+=`M${X(v)} 14V242`;
    add(s,"path",{class:"gl",d:p});add(s,"path",{class:"th",d:`M64 ${Y(60)}H1090`});
    add(s,"text",{class:"mt",x:0,y:18},"KSS");
    for(let i=0;i+1<m.length;i++)
    add(s,"text",{class:"mid mt",x:(X(m[i])+X(m[i+1]))>>1,y:256},day(first+i));
    for(const move of[0,-18,18]){let on=false,d="";
    [...samples].forEach((ch,i)=>{const v=A.indexOf(ch);if(v<1){on=false;return}
    d+=(on?"L":"M")+X(i*6)+" "+(Y(v-1)+move);on=true});
    const g=add(s,"g",{class:move?"c1":"c0"});add(g,"path",{d})}
    ["sh","sl","np","lt"].forEach((kind,i)=>{const y=166+21*i,v=wide(c[3+i]);let d="";
    add(s,"text",{class:"mt",x:0,y:y+4},W.lanes[i]);
    for(let k=0;k+1<v.length;k+=2)d+=`M${X(v[k])} ${y}H${Math.max(X(v[k])+1,X(v[k+1]))}`;
    if(d)add(s,"path",{class:"ln "+kind,d})})}
    document.addEventListener("toggle",e=>{const b=e.target.open&&e.target.querySelector(".lazy");
    if(b)draw(b,e.target.querySelector("b").textContent)},true);
    """

  private static let end = "})();"
}
