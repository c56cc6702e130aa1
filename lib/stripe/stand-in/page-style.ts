import { baseStyle } from '@/lib/http/local-server/base-style';

export const payStyle = `${baseStyle}
main{max-width:30rem;margin:0 auto;padding:24px 16px 48px}
.languages{display:flex;gap:4px 16px;justify-content:flex-end;font-size:14px;flex-wrap:wrap}
.languages a,.languages span{min-height:44px;display:inline-flex;align-items:center}
.amount{font-size:clamp(2rem,9vw,2.75rem);font-weight:600;font-variant-numeric:tabular-nums;line-height:1.2}
.card{background:#fff;border:1px solid #e4e1db;border-radius:10px;padding:20px;margin-block-start:20px}
.lines{list-style:none;margin:0;padding:0}
.lines li,.sum{display:flex;justify-content:space-between;gap:16px;padding-block:10px}
.lines li+li,.sum{border-block-start:1px solid #e4e1db}
.lines span:first-child{overflow-wrap:anywhere}
.sum{font-weight:600}
label{display:block;font-size:14px;margin-block-start:14px}
input{width:100%;min-height:48px;margin-block-start:5px;padding:0 12px;border:1px solid #948e83;border-radius:6px;background:#fff;color:inherit;font:inherit}
input[inputmode=numeric]{direction:ltr;text-align:start}
:dir(rtl) input[inputmode=numeric]{text-align:end}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:12px}
.main{width:100%;min-height:56px;margin-block-start:20px;border:1px solid #084b46;border-radius:10px;background:#0b5d57;color:#fff;font-weight:600;font-size:17px}
.main:hover{background:#084b46}
.other{width:100%;min-height:48px;margin-block-start:12px;border:1px solid #948e83;border-radius:10px;background:#fff;color:#1d1b18}
.other:hover{background:#f0eeea}
.back{display:flex;min-height:48px;align-items:center;justify-content:center;margin-block-start:8px}
.problem{margin-block-start:20px;padding:12px 14px;border:1px solid #e5b3ae;border-radius:6px;background:#fae7e4;color:#7f1d16}
.note{margin-block-start:8px}
`;

export const dashboardStyle = `${baseStyle}
body{font-size:14px}
main{max-width:76rem;margin:0 auto;padding:24px 16px 48px}
h1{font-size:24px;font-weight:600}
h2{font-size:16px;font-weight:600;margin-block:32px 8px}
table{width:100%;border-collapse:collapse;background:#fff;border:1px solid #e4e1db}
th,td{text-align:start;vertical-align:top;padding:9px 12px;border-block-start:1px solid #e4e1db}
th{font-size:12px;font-weight:500;color:#5b564e}
td.end,th.end{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
code{font-size:12px;color:#5b564e;overflow-wrap:anywhere}
h2+p{margin-block-end:10px}
form{display:inline-flex;gap:6px;margin:0 6px 4px 0;align-items:center}
form button{min-height:32px;padding:0 10px;border:1px solid #948e83;border-radius:6px;background:#fff}
form button:hover{background:#f0eeea}
form input{width:7.5rem;min-height:32px;padding:0 8px;border:1px solid #948e83;border-radius:6px;font:inherit}
.problem{margin-block:16px;padding:12px 14px;border:1px solid #e5b3ae;border-radius:6px;background:#fae7e4;color:#7f1d16}
.wide{overflow-x:auto}
@media(max-width:40rem){
.wide table,.wide tbody,.wide tr,.wide td{display:block}
.wide thead{display:none}
.wide td{border:0;padding:4px 12px}
.wide tr{border-block-start:1px solid #e4e1db;padding-block:8px}
.wide td.end{text-align:start;font-weight:600}
form button,form input{min-height:44px}
}
`;
