import { useEffect, type ReactNode } from 'react';

/** The frame of a page: its heading, which is also the document's title, and its content. */
export function Page({
  title,
  intro,
  actions,
  children,
}: {
  title: string;
  intro?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  useDocumentTitle(title);
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          {intro === undefined ? null : <p className="lead">{intro}</p>}
        </div>
        {actions === undefined ? null : <div className="actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}

/** For pages with their own header. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Aethercast`;
  }, [title]);
}
