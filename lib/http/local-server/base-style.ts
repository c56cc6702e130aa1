/** Plain, light style of the simulator's pages; nothing comes from outside. */
export const baseStyle = `
*{box-sizing:border-box}
body{margin:0;background:#f7f6f3;color:#1d1b18;font:16px/1.5 "Inter Variable","Vazirmatn Variable","Noto Sans SC Variable",system-ui,sans-serif}
:lang(ar){line-height:1.7}
:lang(zh){font-family:"Noto Sans SC Variable","Inter Variable","Vazirmatn Variable",system-ui,sans-serif}
a{color:#0b5d57}
h1,h2,p{margin:0}
.banner{background:#fbf0d9;color:#5e3d00;border-block-end:1px solid #ecd9ae;padding:10px 16px;font-size:14px;text-align:center}
button{font:inherit;cursor:pointer}
:focus-visible{outline:2px solid #0b5d57;outline-offset:2px}
bdi{white-space:nowrap}
.soft{color:#5b564e;font-size:14px}
`;
