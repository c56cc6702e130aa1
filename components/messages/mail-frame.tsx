/** A mail as its recipient sees it, in a frame without scripts, forms, origin or a way out. */
export function MailFrame({ html, title }: { html: string; title: string }) {
  return (
    <iframe
      title={title}
      sandbox=""
      srcDoc={html}
      className="min-h-[28rem] w-full flex-1 rounded-md border border-line bg-white"
    />
  );
}
