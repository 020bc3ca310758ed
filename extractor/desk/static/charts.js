/* Charts and the map: each draws the data in its block; the table beside it says the same.
   Labels are drawn as text of the picture, never as markup, so words of articles stay words. */
"use strict";
(() => {
  const root = document.documentElement;
  const rtl = root.dir === "rtl";
  /* Words as «هزار» are the page's language, digits the reader's: the two are switched apart. */
  const locale = `${root.lang}-u-nu-${root.dataset.digits === "fa" ? "arabext" : "latn"}`;
  const compact = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 2 });
  const whole = new Intl.NumberFormat(locale, { useGrouping: false });
  const isolated = (words) => `\u2068${words}\u2069`; // else «۱ هزار» is turned round
  const ink = "#1d2529", dim = "#56636a";
  // Told apart by form as well as by colour; each at least 3:1 on white.
  const kinds = {
    actual: { color: "#0b5c5a", symbol: "circle" },
    estimate: { color: "#8a4a00", symbol: "triangle" },
    target: { color: "#6a3fa0", symbol: "diamond" },
    told: { color: "#56636a", symbol: "emptyCircle" },
  };
  const doubt = { color: "#a3191f", symbol: "rect" };
  // From few to many; the borders tell provinces apart where the ground is light.
  const grounds = ["#e8f1f0", "#bfdcd9", "#7fb9b4", "#2f827d", "#0b4d4b"];
  const text = { fontFamily: "Vazirmatn, Tahoma, sans-serif", color: ink };
  const common = () => ({
    animation: false,
    textStyle: text,
    tooltip: { renderMode: "richText", confine: true, textStyle: { ...text, align: rtl ? "right" : "left" },
      formatter: (point) => (point.data && point.data.text) || point.name },
    grid: { top: 40, bottom: 16, left: 16, right: 16, containLabel: true },
  });
  const axis = { axisLabel: { color: ink, fontSize: 13 }, axisLine: { lineStyle: { color: dim } },
    splitLine: { lineStyle: { color: "#dfe5e6" } } };
  const across = (more) => ({ ...axis, inverse: rtl, ...more });
  const upward = (more) => ({ ...axis, position: rtl ? "right" : "left", ...more });

  const series = (data) => {
    const doubtful = data.kinds.flatMap((kind) => kind.points.filter((point) => point.doubtful));
    const drawn = data.kinds.map((kind) => ({
      type: "scatter", name: kind.name, symbolSize: 12, symbol: kinds[kind.kind].symbol,
      itemStyle: { color: kinds[kind.kind].color, opacity: 0.85 },
      data: kind.points.filter((point) => !point.doubtful),
    }));
    if (doubtful.length) {
      drawn.push({ type: "scatter", name: data.doubtful, symbolSize: 13, symbol: doubt.symbol,
        itemStyle: { color: "#fff", borderColor: doubt.color, borderWidth: 3 }, data: doubtful });
    }
    const values = drawn.flatMap((one) => one.data.map((point) => point.value[1]));
    const least = Math.min(...values), most = Math.max(...values);
    const log = least > 0 && most / least > 500;
    return {
      ...common(),
      legend: { top: 0, itemGap: 20, textStyle: text, align: rtl ? "right" : "left" },
      xAxis: across({ type: "category", data: data.years, boundaryGap: true }),
      yAxis: upward({ type: log ? "log" : "value", axisLabel: { ...axis.axisLabel, formatter: (n) => isolated(compact.format(n)) } }),
      series: drawn,
    };
  };

  const stages = (data) => ({
    ...common(),
    xAxis: across({ type: "value", min: data.first, max: data.last,
      axisTick: { show: true, customValues: data.ticks.map((tick) => tick.at) },
      splitLine: { show: false },
      axisLabel: { ...axis.axisLabel, hideOverlap: true, customValues: data.ticks.map((tick) => tick.at),
        formatter: (day) => data.ticks.find((tick) => tick.at === day)?.label ?? "" } }),
    yAxis: upward({ type: "category", data: data.stages, splitLine: { show: true, ...axis.splitLine } }),
    series: [{ type: "scatter", symbolSize: 12, itemStyle: { color: kinds.actual.color, opacity: 0.8 }, data: data.points }],
  });

  const stretch = (least, most) =>
    least === most ? whole.format(most) : `${whole.format(least)} – ${whole.format(most)}`;

  const map = (data) => {
    const most = Math.max(1, ...data.points.map((point) => point.value));
    const step = Math.max(1, Math.ceil(most / grounds.length));
    const pieces = grounds.slice(0, Math.ceil(most / step)).map((color, i) => ({
      min: i * step + (i ? 1 : 0), max: (i + 1) * step, color,
      label: stretch(i * step + (i ? 1 : 0), (i + 1) * step),
    }));
    const shade = (n) => Math.min(grounds.length - 1, Math.max(0, Math.ceil(n / step) - 1));
    return {
      ...common(),
      tooltip: { ...common().tooltip, formatter: (p) => (p.data ? `${p.data.label}: ${whole.format(p.data.value)}` : p.name) },
      visualMap: { type: "piecewise", pieces, textStyle: text, left: "left", bottom: 0, // in the sea, whichever way the page runs
        itemSymbol: "rect", inverse: false, align: rtl ? "right" : "left" },
      series: [{
        type: "map", map: "iran", roam: false, selectedMode: false, left: 2, right: 2, top: 2, bottom: 2, aspectScale: 0.86, name: data.name,
        itemStyle: { borderColor: dim, borderWidth: 1 },
        emphasis: { itemStyle: { areaColor: "#ffe08a" }, label: { color: "#000" } },
        label: { show: true, fontSize: 11, formatter: (p) => (p.data ? whole.format(p.data.value) : "") },
        labelLayout: { hideOverlap: true },
        data: data.points.map((point) => ({ ...point,
          label: { show: true, color: shade(point.value) > 2 ? "#fff" : "#000",
            formatter: whole.format(point.value) }, told: point.label })),
      }],
    };
  };

  const makers = { series, stages, map };

  const draw = async (box) => {
    const data = JSON.parse(box.querySelector("script").textContent);
    if (box.dataset.map) {
      const answer = await fetch(box.dataset.map);
      if (!answer.ok) return;
      echarts.registerMap("iran", await answer.json());
    }
    const options = makers[box.dataset.chart](data);
    box.hidden = false;
    const chart = echarts.init(box, null, { renderer: "svg" });
    chart.setOption(options);
    chart.on("click", (point) => {
      if (point.data && point.data.href) location.assign(point.data.href);
    });
    new ResizeObserver(() => chart.resize()).observe(box);
    addEventListener("beforeprint", () => chart.resize());
  };

  addEventListener("DOMContentLoaded", async () => {
    await document.fonts.ready; // letters are measured
    document.querySelectorAll(".chart").forEach(draw);
  });
})();
