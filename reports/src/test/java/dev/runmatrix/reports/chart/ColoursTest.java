// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Measures the colours of the style sheet: contrast as WCAG 2.1 defines it, and distance as colour-blind readers see it. */
class ColoursTest {
    private static final Pattern BLOCK = Pattern.compile("\\{(--c-panel:[^}]*)}");
    private static final Pattern VARIABLE = Pattern.compile("(--c-[a-z]+):#([0-9a-f]{3,8})");
    private static final Pattern TINT = Pattern.compile("--c-over:#([0-9a-f]{8})");
    private static final List<String> TEXTS = List.of("--c-ink", "--c-mute", "--c-fail", "--c-st", "--c-im", "--c-ot");
    private static final List<String> MARKS = List.of("--c-par", "--c-work", "--c-mem", "--c-doubt", "--c-warn");

    /** Machado, Oliveira and Fernandes 2009, severity 1: protanopia, deuteranopia, tritanopia; on linear RGB. */
    private static final List<double[][]> BLINDNESS = List.of(
            new double[][] {
                {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
            },
            new double[][] {
                {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
            },
            new double[][] {
                {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
            });

    @Test
    void textsAndMarksStandOutInEveryTheme() throws IOException {
        assertThat(themes()).hasSize(4).allSatisfy(theme -> {
            for (String ground : List.of("--c-panel", "--c-over", "--c-mark")) {
                assertThat(TEXTS)
                        .allSatisfy(name ->
                                assertThat(contrast(theme, name, ground)).isGreaterThanOrEqualTo(4.5));
                assertThat(MARKS)
                        .allSatisfy(name ->
                                assertThat(contrast(theme, name, ground)).isGreaterThanOrEqualTo(3));
            }
        });
    }

    @Test
    void theDarkThemeIsTheSameByButtonAndByPreference() throws IOException {
        List<String> blocks = blocks();
        assertThat(blocks.get(1)).isEqualTo(blocks.get(2)).isNotEqualTo(blocks.get(0));
    }

    @Test
    void familiesDifferForColourBlindReaders() throws IOException {
        assertThat(themes())
                .allSatisfy(theme -> assertThat(BLINDNESS).allSatisfy(blindness -> {
                    assertThat(distance(theme, "--c-st", "--c-im", blindness)).isGreaterThan(60);
                    assertThat(distance(theme, "--c-st", "--c-ot", blindness)).isGreaterThan(20);
                    assertThat(distance(theme, "--c-im", "--c-ot", blindness)).isGreaterThan(20);
                }));
    }

    private static List<String> blocks() throws IOException {
        return BLOCK.matcher(DrawingRulesTest.styleSheet())
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static List<Map<String, double[]>> themes() throws IOException {
        return blocks().stream().map(ColoursTest::theme).toList();
    }

    private static Map<String, double[]> theme(String block) {
        Map<String, double[]> theme = new HashMap<>();
        VARIABLE.matcher(block).results().forEach(match -> theme.put(match.group(1), linear(match.group(2))));
        return withTint(theme, block);
    }

    /** The tint above a budget is a translucent red on the panel; browsers blend it in sRGB. */
    private static Map<String, double[]> withTint(Map<String, double[]> theme, String block) {
        String tint = TINT.matcher(block).results().findFirst().orElseThrow().group(1);
        double alpha = Integer.parseInt(tint.substring(6), 16) / 255.0;
        double[] red = colour(theme, "--c-fail");
        double[] panel = colour(theme, "--c-panel");
        double[] blended = new double[3];
        for (int channel = 0; channel < 3; channel++) {
            blended[channel] = decoded(alpha * encoded(red[channel]) + (1 - alpha) * encoded(panel[channel]));
        }
        theme.put("--c-over", blended);
        return theme;
    }

    private static double encoded(double linear) {
        return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    }

    private static double decoded(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double[] linear(String hex) {
        String full = hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
        double[] rgb = new double[3];
        for (int channel = 0; channel < 3; channel++) {
            rgb[channel] = decoded(Integer.parseInt(full.substring(2 * channel, 2 * channel + 2), 16) / 255.0);
        }
        return rgb;
    }

    private static double[] colour(Map<String, double[]> theme, String name) {
        return Objects.requireNonNull(theme.get(name), name);
    }

    private static double contrast(Map<String, double[]> theme, String name, String ground) {
        double one = luminance(colour(theme, name));
        double other = luminance(colour(theme, ground));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(double[] rgb) {
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static double distance(Map<String, double[]> theme, String one, String other, double[][] blindness) {
        double[] first = lab(seen(colour(theme, one), blindness));
        double[] second = lab(seen(colour(theme, other), blindness));
        return Math.hypot(Math.hypot(first[0] - second[0], first[1] - second[1]), first[2] - second[2]);
    }

    private static double[] seen(double[] rgb, double[][] blindness) {
        double[] seen = new double[3];
        for (int row = 0; row < 3; row++) {
            double sum = blindness[row][0] * rgb[0] + blindness[row][1] * rgb[1] + blindness[row][2] * rgb[2];
            seen[row] = Math.max(0, Math.min(1, sum));
        }
        return seen;
    }

    private static double[] lab(double[] rgb) {
        double x = root((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505);
        double y = root(luminance(rgb));
        double z = root((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double root(double value) {
        return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16.0 / 116;
    }
}
