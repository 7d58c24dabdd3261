package org.tidings.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tidings.replication.blob.BlobStatus;

class PictureWordsTest {
  @Test
  void whatNobodyMayFetchIsNotOfferedToBeTriedAgain() {
    assertThat(PictureWords.canAskAgain(new BlobStatus.TooLarge(20_000_000))).isFalse();
    assertThat(PictureWords.canAskAgain(new BlobStatus.NoRoom())).isTrue();
  }
}
