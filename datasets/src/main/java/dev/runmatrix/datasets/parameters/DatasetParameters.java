// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parameters;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that decides the bytes of a dataset.
 *
 * @param profile placement and labels of pods
 * @param nodes nodes of the cluster
 * @param namespaces namespaces; in profile A as many as nodes
 * @param pods pods of the whole cluster; a multiple of the nodes in profile A, of the namespaces in profile B
 * @param days days of data, 24 hours each
 * @param lastDayOnly share of the pods of each namespace that run on the last day alone, 0 to 1
 * @param start first day, UTC
 * @param seed start of every choice
 * @param values how measures vary
 * @param labels how many labels a pod carries
 * @param labelRows how often node and namespace labels are repeated
 * @param dirt what is damaged
 * @param layout directories, column types and file sizes
 * @param order order of the rows of a day
 * @param codec compression
 * @param rowGroupRows most rows of a row group
 */
public record DatasetParameters(
        Profile profile,
        int nodes,
        int namespaces,
        int pods,
        int days,
        double lastDayOnly,
        LocalDate start,
        long seed,
        ValueKind values,
        LabelRichness labels,
        LabelRows labelRows,
        Dirt dirt,
        Layout layout,
        RowOrder order,
        Codec codec,
        int rowGroupRows) {

    public static final int HOURS_PER_DAY = 24;

    private static final String LAST_DAY_ONLY = "last_day_only";

    /** Keys of the settings, in the order in which people read them. */
    public static final List<String> KEYS = List.of(
            "profile",
            "nodes",
            "namespaces",
            "pods",
            "days",
            LAST_DAY_ONLY,
            "start",
            "seed",
            "values",
            "labels",
            "label_rows",
            "absent",
            "blank_node",
            "null_labels",
            "bad_json",
            "layout",
            "order",
            "codec",
            "row_group_rows");

    private static final LocalDate START = LocalDate.of(2025, 10, 1);
    private static final long SEED = 20251001;
    private static final int ROW_GROUP_ROWS = 1_048_576;
    /** A day's rows are numbered with an int; the largest day of the catalogue has 1.6 million. */
    private static final int MAX_PODS = 50_000_000;

    public DatasetParameters {
        if (profile == Profile.A && namespaces != nodes) {
            throw new IllegalArgumentException("profile A has a namespace for each node");
        }
        if (pods % groups(profile, nodes, namespaces) != 0) {
            throw new IllegalArgumentException("pods do not spread evenly");
        }
    }

    /**
     * Reads parameters from words; what is not named has its default, which may depend on the profile.
     *
     * @throws InvalidParametersException with all problems
     */
    public static DatasetParameters from(Map<String, String> words) throws InvalidParametersException {
        Settings settings = new Settings(words);
        Profile profile = settings.word("profile", Profile.class, Profile.A);
        boolean podLabels = profile == Profile.A;
        int nodes = settings.count("nodes", Optional.empty());
        int namespaces = settings.count("namespaces", podLabels ? Optional.of(nodes) : Optional.empty());
        int pods = settings.count("pods", Optional.empty());
        int days = settings.count("days", Optional.of(1));
        requireSense(settings, profile, nodes, namespaces, pods, days);
        double lastDayOnly = settings.share(LAST_DAY_ONLY);
        LocalDate start = settings.day("start", START);
        long seed = settings.seed("seed", SEED);
        ValueKind values = settings.word("values", ValueKind.class, ValueKind.VARIED);
        LabelRichness labels =
                settings.word("labels", LabelRichness.class, podLabels ? LabelRichness.PLAIN : LabelRichness.RICH);
        LabelRows labelRows = settings.word("label_rows", LabelRows.class, LabelRows.PER_NODE);
        Dirt dirt = new Dirt(
                settings.share("absent"),
                settings.share("blank_node"),
                settings.share("null_labels"),
                settings.share("bad_json"));
        Layout layout = settings.word("layout", Layout.class, Layout.POC);
        RowOrder order = settings.word("order", RowOrder.class, podLabels ? RowOrder.HOUR_MAJOR : RowOrder.POD_MAJOR);
        Codec codec = settings.word("codec", Codec.class, Codec.SNAPPY);
        int rowGroupRows = settings.count("row_group_rows", Optional.of(ROW_GROUP_ROWS));
        settings.requireNoProblems();
        return new DatasetParameters(
                profile,
                nodes,
                namespaces,
                pods,
                days,
                lastDayOnly,
                start,
                seed,
                values,
                labels,
                labelRows,
                dirt,
                layout,
                order,
                codec,
                rowGroupRows);
    }

    private static void requireSense(
            Settings settings, Profile profile, int nodes, int namespaces, int pods, int days) {
        if (profile == Profile.A && namespaces != nodes) {
            settings.problem("namespaces", "must be left out in profile A or equal nodes (" + nodes + ")");
        }
        int groups = groups(profile, nodes, namespaces);
        if (pods % groups != 0) {
            int below = pods - pods % groups;
            settings.problem(
                    "pods",
                    "must be a multiple of " + (profile == Profile.A ? "nodes" : "namespaces") + " (" + groups
                            + "): use " + (below == 0 ? "" : below + " or ") + (below + (long) groups) + ", not "
                            + pods);
        }
        if (pods > MAX_PODS) {
            settings.problem("pods", "must be at most " + MAX_PODS + ", not " + pods);
        }
        if (days > 3660) {
            settings.problem("days", "must be at most 3660, not " + days);
        }
    }

    private static int groups(Profile profile, int nodes, int namespaces) {
        return profile == Profile.A ? nodes : namespaces;
    }

    /** The parameters in words that {@link #from} reads back, in the order of {@link #KEYS}. */
    public Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("profile", Settings.text(profile));
        words.put("nodes", Integer.toString(nodes));
        words.put("namespaces", Integer.toString(namespaces));
        words.put("pods", Integer.toString(pods));
        words.put("days", Integer.toString(days));
        words.put(LAST_DAY_ONLY, share(lastDayOnly));
        words.put("start", start.toString());
        words.put("seed", Long.toString(seed));
        words.put("values", Settings.text(values));
        words.put("labels", Settings.text(labels));
        words.put("label_rows", Settings.text(labelRows));
        words.put("absent", share(dirt.absent()));
        words.put("blank_node", share(dirt.blankNode()));
        words.put("null_labels", share(dirt.nullLabels()));
        words.put("bad_json", share(dirt.badJson()));
        words.put("layout", Settings.text(layout));
        words.put("order", Settings.text(order));
        words.put("codec", Settings.text(codec));
        words.put("row_group_rows", Integer.toString(rowGroupRows));
        return words;
    }

    /**
     * The words that go into a manifest: a key that came after data had been made is left out where it says nothing, so
     * that such data stays what it is.
     */
    public Map<String, String> recordedWords() {
        Map<String, String> words = words();
        words.remove(LAST_DAY_ONLY, share(0));
        return words;
    }

    private static String share(double share) {
        return BigDecimal.valueOf(share).stripTrailingZeros().toPlainString();
    }

    /** Pod-hours: the rows of pod usage when none is absent. */
    public long podHours() {
        long podDays = pods + (days - 1L) * groups() * everyDayPodsPerGroup();
        return podDays * HOURS_PER_DAY;
    }

    /** The first so many pods of each namespace run every day, the others on the last day. */
    public int everyDayPodsPerGroup() {
        int podsPerGroup = pods / groups();
        return podsPerGroup - (int) Math.round(lastDayOnly * podsPerGroup);
    }

    private int groups() {
        return groups(profile, nodes, namespaces);
    }

    /** Rows of the summary when nothing is dirty. */
    public long cleanOutputRows() {
        return outputRowsPerGroup(pods / groups()) * groups()
                + outputRowsPerGroup(everyDayPodsPerGroup()) * groups() * (days - 1);
    }

    private long outputRowsPerGroup(int podsOfGroup) {
        return profile == Profile.A ? podsOfGroup : Math.min(nodes, podsOfGroup);
    }

    public LocalDate lastDay() {
        return start.plusDays(days - 1L);
    }

    /** One line for people: profile, days, nodes, pods, values, layout. */
    public String description() {
        String line = "profile " + profile + ", " + days + (days == 1 ? " day" : " days") + ", " + nodes + " nodes, "
                + pods + " pods, " + Settings.text(values) + " values, " + Settings.text(labels) + " labels, layout "
                + Settings.text(layout);
        String skew = lastDayOnly == 0 ? "" : ", " + share(lastDayOnly * 100) + " % of the pods on the last day only";
        return line + skew + (dirt.equals(Dirt.NONE) ? "" : ", dirty");
    }
}
