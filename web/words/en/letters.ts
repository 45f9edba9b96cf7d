/** Letters, page by page. */
export const letters = {
  pages: 'Pages',
  page: 'Page {number}',
  page_pdf: 'Page {number} (PDF)',
  add_pages: 'Photograph or scan pages',
  remove_page: 'Remove page {number}',
  pages_full: '{count} pages at most',
} as const;
