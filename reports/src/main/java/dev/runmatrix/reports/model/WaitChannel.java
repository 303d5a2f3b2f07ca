// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a function of the kernel, in which a thread waits, is for. */
final class WaitChannel {

    /** In order: the first beginning that fits counts. */
    private static final List<Map.Entry<String, String>> MEANINGS = List.of(
            Map.entry("futex", "a lock or a queue"),
            Map.entry("hrtimer_nanosleep", "a timer"),
            Map.entry("do_nanosleep", "a timer"),
            Map.entry("common_nsleep", "a timer"),
            Map.entry("do_wait", "a child process"),
            Map.entry("kernel_wait", "a child process"),
            Map.entry("pipe_", "a pipe"),
            Map.entry("anon_pipe_", "a pipe"),
            Map.entry("do_epoll", "sockets or files"),
            Map.entry("ep_poll", "sockets or files"),
            Map.entry("poll_", "sockets or files"),
            Map.entry("do_sys_poll", "sockets or files"),
            Map.entry("do_poll", "sockets or files"),
            Map.entry("do_select", "sockets or files"),
            Map.entry("inet_", "a socket"),
            Map.entry("unix_", "a socket"),
            Map.entry("sk_", "a socket"),
            Map.entry("wait_woken", "a socket or terminal"),
            Map.entry("n_tty", "a terminal"),
            Map.entry("do_signal_stop", "a signal to go on"),
            Map.entry("ptrace", "a debugger"),
            Map.entry("sigsuspend", "a signal"),
            Map.entry("do_sigtimedwait", "a signal"),
            Map.entry("folio_wait", "storage"),
            Map.entry("wait_on_page", "storage"),
            Map.entry("io_schedule", "storage"),
            Map.entry("blk", "storage"),
            Map.entry("submit_bio", "storage"),
            Map.entry("jbd2", "storage"),
            Map.entry("ext4", "storage"),
            Map.entry("xfs", "storage"),
            Map.entry("btrfs", "storage"),
            Map.entry("__iomap", "storage"),
            Map.entry("iomap", "storage"),
            Map.entry("rpc", "a file server"),
            Map.entry("nfs", "a file server"));

    private WaitChannel() {}

    /** In words; the name itself where nothing is known of it. */
    static String words(String channel) {
        return meaning(channel).map(words -> words + " (" + channel + ")").orElse(channel);
    }

    static Optional<String> meaning(String channel) {
        return MEANINGS.stream()
                .filter(entry -> channel.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
