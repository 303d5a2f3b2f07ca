// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** As much of a shell as it takes to find what a script calls, and with which arguments. */
final class ShellText {

    private static final Set<String> KEYWORDS =
            Set.of("if", "then", "else", "elif", "do", "while", "!", "exec", "{", "}", "(", ")", "fi", "done");

    private final String text;
    private final List<List<String>> commands = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private ShellText(String text) {
        this.text = text.replace("\\\n", " ");
    }

    /** Arguments of each call of {@code ./run-matrix}, and of the nightly script as those of the run that it makes. */
    static List<List<String>> calls(String text) {
        List<List<String>> calls = new ArrayList<>();
        for (List<String> command : new ShellText(text).commands()) {
            if (command.get(0).equals("./run-matrix")) {
                calls.add(valued(command.subList(1, command.size())));
            } else if (command.get(0).equals("bench/nightly") && !command.contains("accept")) {
                List<String> run = new ArrayList<>(List.of("run"));
                run.addAll(valued(command.subList(1, command.size())));
                calls.add(run);
            }
        }
        return calls;
    }

    /** Variables get their default, or a 1, which is a name as well as a number. */
    private static List<String> valued(List<String> words) {
        return words.stream()
                .filter(word -> !word.equals("$@"))
                .map(word -> word.replaceAll("\\$\\{\\{.*?}}", "1")
                        .replaceAll("\\$\\{\\w+:-([^}]*)}", "$1")
                        .replaceAll("\\$\\{?\\w+}?", "1"))
                .toList();
    }

    private List<List<String>> commands() {
        while (at < text.length()) {
            take(text.charAt(at));
            at++;
        }
        endCommand();
        return commands;
    }

    private void take(char c) {
        if (c == '\'' || c == '"') {
            quoted(c);
        } else if (c == '#' && !inWord) {
            at = end(text.indexOf('\n', at)) - 1;
        } else if ("\n;|&()".indexOf(c) >= 0) {
            redirected(c);
        } else if (Character.isWhitespace(c)) {
            endWord();
        } else {
            inWord = true;
            word.append(c);
        }
    }

    /** The ampersand of 2>&1 ends no command. */
    private void redirected(char c) {
        if (c == '&' && word.toString().endsWith(">")) {
            word.append(c);
        } else {
            endWord();
            endCommand();
        }
    }

    private void quoted(char quote) {
        int end = end(text.indexOf(quote, at + 1));
        word.append(text, at + 1, end);
        inWord = true;
        at = end;
    }

    private int end(int found) {
        return found < 0 ? text.length() : found;
    }

    private void endWord() {
        String whole = word.toString();
        boolean keyword = words.isEmpty() && KEYWORDS.contains(whole);
        if (inWord && !keyword && !whole.matches("\\d?>.*")) {
            words.add(whole);
        }
        word.setLength(0);
        inWord = false;
    }

    private void endCommand() {
        endWord();
        if (!words.isEmpty()) {
            commands.add(words);
        }
        words = new ArrayList<>();
    }
}
