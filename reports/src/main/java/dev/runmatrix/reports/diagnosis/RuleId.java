// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

/** The causes, the one that takes precedence first. */
public enum RuleId {
    /** Some output is not that of the other cells. */
    R1,
    /** Forks failed or are missing. */
    R2,
    /** Other programs or the hypervisor took processor time. */
    N1,
    /** CPU seconds vary although nothing else is seen to run. */
    N2,
    /** The control group held the process back. */
    N3,
    /** The heap is nearly full. */
    M1,
    /** The resident set nearly fills the memory that is granted. */
    M2,
    /** Garbage collection takes much of the time. */
    G1,
    /** The process waits for storage. */
    I1,
    /** Serial by configuration: more workers were asked for than a switch lets work. */
    C1,
    /** One thread does what others wait for. */
    P1,
    /** Some workers have more to do than others. */
    B1,
    /** Workers idle without one of the causes above. */
    P2,
    /** More workers than cores. */
    P3,
    /** Further workers bring nothing. */
    P4,
    /** More workers make more work. */
    P5,
    /** Chunks so small that handling them costs more than their rows. */
    K1,
    /** Chunks so large that they cost memory or leave workers without one. */
    K2,
    /** Start and compilation take much of the time. */
    S1,
    /** Too short for what was sampled. */
    S2,
    /** Time and memory are traded, or one comes for nothing. */
    T1,
    /** The data came from memory, not from storage. */
    I2,
    /** Nothing can be told. */
    D1;

    /** Whether it is that nothing can be said of what a cell costs. */
    public boolean isCalamity() {
        return this == R1 || this == R2;
    }

    /** Whether it is about what else used the machine. */
    public boolean isNoise() {
        return this == N1 || this == N3;
    }

    /** Whether it is a remark on how to read the numbers, which a healthy run has, too. */
    public boolean isCaveat() {
        return this == N2 || this == S2 || this == T1 || this == I2 || this == D1;
    }

    /** Whether it is a cause of what a cell costs. */
    public boolean isCause() {
        return !isCalamity() && !isNoise() && !isCaveat();
    }
}
