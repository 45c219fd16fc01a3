import type { Frame, Page } from 'puppeteer-core';

/** What Chromium tells an extension about the element whose context menu was used. */
export interface ClickedElement {
  editable: boolean;
  pageUrl: string;
  frameId?: number;
  frameUrl: string;
  linkUrl?: string;
  mediaType?: string;
  srcUrl?: string;
  selectionText?: string;
}

/** The page of a frame, and of itself. */
export function pageOf(where: Page | Frame): Page {
  return 'mainFrame' in where ? where : where.page();
}

/** Reads from the page what the browser would read from it at a right-click. */
export async function describeElement(where: Page | Frame, selector: string): Promise<ClickedElement> {
  const page = pageOf(where);
  const isTop = where === page || where === page.mainFrame();
  const found = await where.$eval(selector, (element) => {
    const link = element.closest<HTMLAnchorElement>('a[href], area[href]');
    const media = element.closest<HTMLImageElement | HTMLMediaElement>('img, video, audio');
    const editable = element.matches('input, textarea') || (element as HTMLElement).isContentEditable;
    const kind = media?.localName;
    // Chromium's right-click beside a selection does away with it.
    const selection = getSelection();
    const isSelected = selection?.containsNode(element, true) || element === document.activeElement;
    return {
      editable,
      linkUrl: link?.href,
      mediaType: kind === 'img' ? 'image' : kind,
      srcUrl: media?.currentSrc || media?.src,
      selectionText: isSelected
        ? String(selection)
            .replace(/[\n\t]/g, ' ')
            .trim()
        : '',
    };
  });
  return {
    editable: found.editable,
    pageUrl: page.url(),
    frameUrl: where.url(),
    // The other frames' numbers are the browser's own affair.
    ...(isTop && { frameId: 0 }),
    ...(found.linkUrl && { linkUrl: found.linkUrl }),
    ...(found.mediaType && { mediaType: found.mediaType }),
    ...(found.srcUrl && { srcUrl: found.srcUrl }),
    ...(found.selectionText && { selectionText: found.selectionText }),
  };
}
