<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>PageList</name>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>Synthetic %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyntheticCard</name>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degrees of freedom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain of the outliers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::BitLedger</name>
    <message>
        <source>Bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; together %2 bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::BitRow</name>
    <message>
        <source>sign bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exponent bit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mantissa bit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>index bit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, weight %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::BlockBytes</name>
    <message>
        <source>Bytes of the block</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::BlockWeights</name>
    <message>
        <source>Weights of the block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight %1: %2 becomes %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::BlocksView</name>
    <message>
        <source>One block of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ceil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the power-of-two scale is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a weight costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only MX blocks have a power-of-two scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × 8 / %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight %1: code %2 → %3 × %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>   given %1, error %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::CalibratePage</name>
    <message>
        <source>Calibrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the range. See what rounding and clipping cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1 (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error against range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the lower card shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 NaN or infinite, left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::CoachPanel</name>
    <message>
        <source>Reveal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the coach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the coach (F9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an answer first, then press R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::CodeTable</name>
    <message>
        <source>All codes of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::CodesView</name>
    <message>
        <source>All codes of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format whose codes are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What rounds to which code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 codes · largest %2 · smallest above zero %3 · %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>infinities and NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN, no infinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every code is a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This format has no infinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This format has no NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 codes of %3 have no equal in %4, both scaled to their largest value; they are marked ≠</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ConversionChain</name>
    <message>
        <source>The value on its way through smaller and smaller formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as given</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::CurveCard</name>
    <message>
        <source>Error against range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the range to the smallest error (O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the curve as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQNR, dB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::DoubleQuantizationCard</name>
    <message>
        <source>%1 weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantize the scales once more (double quantization)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NF4: what scales cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights that share a scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales that share a scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales per group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales cost %1 bits per weight in FP32
and %2 once they are quantized.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ErrorCurvePlot</name>
    <message>
        <source>Mean squared error against the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max handle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min handle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now %1 at %2; the smallest error is %3 at %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ExampleButtons</name>
    <message>
        <source>Try %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::FormatRow</name>
    <message>
        <source>Bits of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>range %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::FormatTable</name>
    <message>
        <source>The value in each format</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::FormatTableHeader</name>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose formats, rounding and overflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative error, log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step (ULP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exponent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mantissa or magnitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table index</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::FormatsPopup</name>
    <message>
        <source>Formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LLM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8-bit floats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4-bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As specified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale floats of 8 bits or fewer to |max| as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond the largest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::HistogramCard</name>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dequantized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the histogram as a table (Ctrl+Shift+T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::HistogramPlot</name>
    <message>
        <source>Histogram of the tensor before and after quantization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower end of the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper end of the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New end of the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 ↔ q %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values above max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values below min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::InspectorCard</name>
    <message>
        <source>click a bit to flip it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−1 ULP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next smaller stored value (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+1 ULP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next larger stored value (Alt+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absolute error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In ULP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, bit by bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of %1, large</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::JobStrip</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the running job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::LensStrip</name>
    <message>
        <source>Levels around the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x = %1 is stored as code %2, read back as %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::MainWindow</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file was opened yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::MetricsCard</name>
    <message>
        <source>SQNR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal to quantization noise: 10 log₁₀(Σx² / Σ(x − x′)²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean((x − x′)²), the sum of clipping and rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipped values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact, over all %1 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimate while you drag; exact at rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimate for one scale; channels follow at rest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::Nf4Chart</name>
    <message>
        <source>Construction of the NF4 levels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::Nf4View</name>
    <message>
        <source>NF4, built step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::NumberLine</name>
    <message>
        <source>Number line around the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lies between %2 and %3; %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x is stored exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored %1 ULP below x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored %1 ULP above x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is beyond the largest value, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no distance to a value that is not a finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>midpoint</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::NumbersPage</name>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NF4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ties round to even</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::PrecisionChart</name>
    <message>
        <source>Range, precision and step of the chosen formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: range %2, step %3 at the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>magnitude of the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step relative to the value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::RangeHandle</name>
    <message>
        <source>%1: drag, or use the arrow keys (Shift: ten steps). Double-click to type a value, O for the smallest error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: drag it along the axis, or use the arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::RangeView</name>
    <message>
        <source>What happens to this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each format is given what the one before it stored; below, the error against x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range and precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower is finer; a line ends where the format does and rises where its small values thin out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::RoundingBins</name>
    <message>
        <source>What rounds to which value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values from %1 to %2 become %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No finite values around this code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ScaleEntry</name>
    <message>
        <source>INT and NF4 scale: |max|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest magnitude that integer and NF4 scales are made for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scale is made for a magnitude above zero, such as 1.0; %1 stays</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::SchemeCard</name>
    <message>
        <source>INT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NF4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asymmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale per</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only integer formats have a zero point</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::SourcePanel</name>
    <message>
        <source>No file is open. Drop .npy or .safetensors weights here, or open a file: the histogram follows at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors of the open file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::SplitBar</name>
    <message>
        <source>Parts of the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipping %1, rounding %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::StoredValuesCard</name>
    <message>
        <source>Values each format can store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the value (Home); the wheel zooms, dragging pans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the part around the value again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest stored value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values too dense to draw</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::StoredValuesChart</name>
    <message>
        <source>Values each format can store</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::SyntheticCard</name>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of distribution</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::TableDialog</name>
    <message>
        <source>Copy as CSV</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::TopBar</name>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme (Ctrl+L switches)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme (Ctrl+L switches)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coach (F9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more on the Calibrate page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ValueEntry</name>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number such as 0.1, 1/3, 1e-5 or the bits of the selected format such as 0x2E66</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller (Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger (Up)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::Workbench</name>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::WorkedExampleCard</name>
    <message>
        <source>tie, to even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tie, away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the formula with its numbers as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample value on its way through the formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x = %1 comes back as %2, error %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
