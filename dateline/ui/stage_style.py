"""The style sheet of presenting mode: a constant, with nothing from data in it.

Everything is measured in --u, a 1080th of the height or a 1920th of the width of the screen,
whichever is less, so that a view looks alike on every screen; no text is smaller than 20 of them.
"""

SHEET = """
.st-key-stage{--u:max(.6px,min(100vw / 1920,100vh / 1080));position:fixed;inset:0;z-index:1000001;
background:var(--dl-ground);padding:calc(18*var(--u)) calc(56*var(--u)) calc(12*var(--u));
gap:calc(8*var(--u))!important;overflow:hidden auto;flex-wrap:nowrap!important}
.st-key-stage>*{flex:none}
.st-key-stage-keys-place{position:absolute;width:1px!important;height:1px;overflow:hidden}
.dl-stage-head{display:flex;flex-wrap:wrap;align-items:baseline;column-gap:calc(28*var(--u))}
.dl-stage-head p,.dl-stage-head.dl-alone .dl-h1{flex:0 0 100%}
.dl-stage-head .dl-sub{flex:1 1 auto}
.dl-stage-head .dl-h1{font-size:calc(44*var(--u));line-height:1.15}
.dl-stage-head .dl-sub{font-size:calc(24*var(--u));line-height:1.35}
.dl-stage-head .dl-line{font-size:calc(30*var(--u));line-height:1.3;margin:calc(4*var(--u)) 0 0;
padding-left:calc(14*var(--u));border-left:calc(5*var(--u)) solid var(--dl-accent)}
.dl-stage-head .dl-amiss{font-size:calc(22*var(--u));margin:calc(4*var(--u)) 0 0;font-style:italic}
.st-key-stage ul.dl-legend{gap:calc(4*var(--u)) calc(26*var(--u))}
.st-key-stage ul.dl-legend,
.st-key-stage ul.dl-legend li{font-size:calc(22*var(--u));line-height:1.3}
.st-key-stage ul.dl-legend li{gap:calc(8*var(--u))}
.st-key-stage ul.dl-legend img,.st-key-stage .dl-tag img{height:calc(22*var(--u));width:auto}
.st-key-stage>.stElementContainer:has(.dl-stage-card){flex:1 1 0;min-height:0;overflow:hidden}
.dl-stage-card{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.15fr);
gap:calc(56*var(--u));border-top:calc(2*var(--u)) solid var(--dl-rule);
padding-top:calc(12*var(--u));height:100%}
.dl-stage-card .dl-meta{font-size:calc(24*var(--u));gap:calc(8*var(--u)) calc(14*var(--u))}
.dl-stage-card .dl-tag{font-size:calc(22*var(--u));padding:0 calc(14*var(--u))}
.dl-stage-card h2{font-size:calc(36*var(--u));line-height:1.2;
margin:calc(6*var(--u)) 0 calc(8*var(--u));display:-webkit-box;-webkit-line-clamp:3;
-webkit-box-orient:vertical;overflow:hidden;padding:0}
.dl-stage-card dl.dl-facts{font-size:calc(22*var(--u));line-height:1.35;
gap:calc(2*var(--u)) calc(20*var(--u))}
.dl-stage-card dl.dl-facts dt,.dl-stage-card dl.dl-facts dd{font-size:calc(22*var(--u))}
.dl-stage-card dl.dl-facts dd{display:-webkit-box;-webkit-line-clamp:2;
-webkit-box-orient:vertical;overflow:hidden}
.dl-stage-card .dl-quote{padding:0 0 0 calc(22*var(--u));margin:0 0 calc(10*var(--u))}
.dl-stage-card .dl-quote blockquote{max-width:none;line-height:1.35;display:-webkit-box;
-webkit-line-clamp:6;-webkit-box-orient:vertical;overflow:hidden}
.dl-stage-card figure:has(~figure) blockquote,.dl-stage-card figure~figure blockquote{
-webkit-line-clamp:3}
.dl-stage-card .dl-few blockquote{font-size:calc(34*var(--u))}
.dl-stage-card .dl-some blockquote{font-size:calc(28*var(--u))}
.dl-stage-card .dl-many blockquote{font-size:calc(23*var(--u))}
.dl-stage-card .dl-quote figcaption{font-size:calc(22*var(--u));line-height:1.35;
margin-top:calc(4*var(--u))}
.dl-stage-card .dl-overview{font-size:calc(34*var(--u));margin:0;grid-column:1/-1}
.st-key-stage:has(.st-key-claims-holder) .dl-stage-card{padding-top:calc(6*var(--u))}
.st-key-stage:has(.st-key-claims-holder) h2{font-size:calc(30*var(--u));-webkit-line-clamp:2}
.st-key-stage:has(.st-key-claims-holder) dl.dl-facts :is(dt,dd),
.st-key-stage:has(.st-key-claims-holder) .dl-quote figcaption{font-size:calc(20*var(--u));
line-height:1.25}
.st-key-stage:has(.st-key-claims-holder) :is(.dl-meta,.dl-tag){font-size:calc(20*var(--u))}
.st-key-stage:has(.st-key-claims-holder) dl.dl-facts dd{-webkit-line-clamp:1}
.st-key-stage:has(.st-key-claims-holder) .dl-quote blockquote{line-height:1.28}
.st-key-stage:has(.st-key-claims-holder) .dl-few blockquote{font-size:calc(29*var(--u))}
.st-key-stage:has(.st-key-claims-holder) .dl-some blockquote{font-size:calc(24*var(--u))}
.st-key-stage:has(.st-key-claims-holder) .dl-many blockquote{font-size:calc(20*var(--u))}
.dl-stage-nothing{font-size:calc(40*var(--u));margin:calc(80*var(--u)) 0;text-align:center}
.dl-stage-foot{display:flex;flex-wrap:wrap;justify-content:space-between;column-gap:calc(40*var(--u));
font-size:calc(22*var(--u));line-height:1.35;border-top:calc(2*var(--u)) solid var(--dl-rule);
padding-top:calc(6*var(--u));font-variant-numeric:tabular-nums}
.dl-stage-foot .dl-source{flex:1 1 0;min-width:50%}
.st-key-stage>.stElementContainer:has(.dl-stage-foot){margin-top:auto}
html.dl-pause .st-key-stage::after{content:"";position:fixed;inset:0;background:#000}
@media (max-width:900px){.dl-stage-card{grid-template-columns:minmax(0,1fr)}
.st-key-stage>.stElementContainer:has(.dl-stage-card){flex:none;overflow:visible}}
"""
