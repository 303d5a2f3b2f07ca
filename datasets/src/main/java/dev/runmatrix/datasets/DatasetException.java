// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

/** Something a person has to put right; the message names what, where and the way out. */
public final class DatasetException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What kind of trouble it is; a command line makes its exit status of it. */
    public enum Kind {
        /** No dataset has this name. */
        UNKNOWN,
        /** Parameters or a catalogue that make no sense. */
        INVALID,
        /** A dataset is not on this machine. */
        MISSING,
        /** The files of a dataset are not what they were. */
        DAMAGED,
        /** What is to be imported cannot be used. */
        UNUSABLE,
        /** A file cannot be read or written; the disk is full. */
        IO,
        /** Another process is working on the same dataset. */
        LOCKED
    }

    private final Kind kind;

    public DatasetException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public DatasetException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
