// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HomePathTest {

    @Test
    void theHomeIsHiddenWhereverItStands() {
        assertThat(HomePath.hidden("-Xlog:gc:/home/ann/gc.log in /home/ann", "/home/ann"))
                .isEqualTo("-Xlog:gc:~/gc.log in ~");
    }

    @Test
    void foldersThatOnlyBeginLikeItStay() {
        assertThat(HomePath.hidden("/root-cause /roots /rootfs/a", "/root")).isEqualTo("/root-cause /roots /rootfs/a");
    }

    @Test
    void whatWasHiddenIsRestored() {
        String text = "-Xlog:gc:/home/ann/gc.log in /home/ann";

        assertThat(HomePath.restored(HomePath.hidden(text, "/home/ann"), "/home/ann"))
                .isEqualTo(text);
    }

    @Test
    void aSignThatNeverStoodForTheHomeStays() {
        assertThat(HomePath.restored("a~/b backup~ x~y", "/home/ann")).isEqualTo("a~/b backup~ x~y");
    }

    @Test
    void aHomeThatIsNoneHidesNothing() {
        assertThat(HomePath.hidden("/a/b", "/")).isEqualTo("/a/b");
        assertThat(HomePath.hidden("/a/b", "")).isEqualTo("/a/b");
    }
}
