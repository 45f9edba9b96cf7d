import type { Format, Paper } from './paper.ts';
import { pdfOf } from './pdf.ts';
import { xlsxOf } from './xlsx.ts';

/**
 * A program of its own (`make.ts` starts it): takes one paper, gives back its bytes, and ends. What laying out takes in time and memory
 * goes with it; when its parent goes, so does it.
 */
process.on('disconnect', () => process.exit(0));
process.once('message', async ({ paper, format }: { paper: Paper; format: Format }) => {
  const bytes = await (format === 'pdf' ? pdfOf(paper) : xlsxOf(paper));
  process.send!(bytes, () => process.disconnect());
});
