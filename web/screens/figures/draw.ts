import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { t } from '../../words/words.ts';
import type { Point } from './trend.tsx';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export type Drawing = { show(at: number): void; end(): void };

export type Drawn = {
  kind: 'line' | 'bar';
  points: readonly Point[];
  words: (value: number | null) => string;
  cumulated?: readonly number[] | undefined;
};

/** The colours of the screen as they are now. */
function colours(place: HTMLElement) {
  const style = getComputedStyle(place);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  return {
    text: of('--dim'),
    line: of('--line'),
    now: of('--accent-fill'),
    before: of('--line-strong'),
    few: of('--soon-fill'),
  };
}

/** Draws into an element and follows its width; comes to the browser only where a chart is looked at. */
export function draw(place: HTMLElement, drawn: Drawn): Drawing {
  const chart = init(place, null, { renderer: 'canvas' });
  chart.setOption({ animation: false, ...optionOf(drawn, colours(place), place.clientWidth) });
  const watch = new ResizeObserver(() => chart.resize());
  watch.observe(place);
  return {
    show: (dataIndex) => void chart.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex }),
    end: () => {
      watch.disconnect();
      chart.dispose();
    },
  };
}

/** So many bars are each called by name, however narrow the screen. */
const NAMED = 6;

function optionOf(drawn: Drawn, colour: ReturnType<typeof colours>, width: number) {
  const { points, words } = drawn;
  const say = (value: unknown): string => words(typeof value === 'number' ? value : null);
  const axis = { axisLabel: { color: colour.text }, axisLine: { lineStyle: { color: colour.line } } };
  return {
    grid: { left: 8, right: 12, top: 34, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, textStyle: { color: colour.text } },
    tooltip: { trigger: 'axis', valueFormatter: say },
    xAxis: {
      type: 'category',
      data: points.map(({ name }) => name),
      ...axis,
      axisLabel:
        drawn.kind === 'bar' && points.length <= NAMED
          ? { color: colour.text, interval: 0, overflow: 'break', width: (0.8 * width) / points.length }
          : { color: colour.text },
    },
    yAxis: [
      {
        type: 'value',
        min: 0,
        ...axis,
        axisLabel: { color: colour.text, formatter: say },
        splitLine: { lineStyle: { color: colour.line } },
      },
      ...(drawn.cumulated ? [{ type: 'value', min: 0, max: 1, show: false }] : []),
    ],
    series: seriesOf(drawn, colour),
  };
}

/** The vital few carry a diamond, the period before is dashed with hollow squares, the shares so far a line with triangles. */
function seriesOf({ kind, points, cumulated }: Drawn, colour: ReturnType<typeof colours>) {
  const diamond = { show: true, position: 'top', formatter: '◆', color: colour.text };
  const now = {
    name: t('figures.this_period'),
    type: kind,
    data: points.map(({ value, mark }) => (mark ? { value, itemStyle: { color: colour.few }, label: diamond } : value)),
    itemStyle: { color: colour.now },
    lineStyle: { color: colour.now, width: 2.5 },
    symbol: 'circle',
    symbolSize: 8,
    barMaxWidth: 36,
  };
  const before = {
    name: t('figures.before'),
    type: kind,
    data: points.map((point) => point.before ?? null),
    itemStyle: { color: colour.before },
    lineStyle: { color: colour.before, type: 'dashed' },
    symbol: 'emptyRect',
    symbolSize: 7,
    barMaxWidth: 18,
  };
  const sofar = {
    name: t('figures.cumulated'),
    type: 'line',
    yAxisIndex: 1,
    data: cumulated,
    itemStyle: { color: colour.text },
    lineStyle: { color: colour.text, type: 'dotted' },
    symbol: 'triangle',
    symbolSize: 9,
  };
  return [now, ...(points.some((point) => point.before !== undefined) ? [before] : []), ...(cumulated ? [sofar] : [])];
}
