package org.tidings.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.ref.BlobId;

class LightboxTest {

  private static final List<Embedded> THREE =
      List.of(picture("first"), picture("second"), picture("third"));

  private final Lightbox lightbox = new Lightbox();

  @Test
  void onePictureFollowsTheOtherUpToEitherEnd() {
    lightbox.open(THREE, 1);
    assertThat(shown()).isEqualTo("second");
    lightbox.go(1);
    lightbox.go(1);
    assertThat(shown()).isEqualTo("third");
    lightbox.go(-9);
    assertThat(shown()).isEqualTo("first");
  }

  @Test
  void whereNothingIsLookedAtThereIsNothingToGoOnFrom() {
    lightbox.go(1);
    assertThat(lightbox.lookProperty().get()).isEmpty();
    lightbox.open(THREE, 1);
    lightbox.close();
    assertThat(lightbox.lookProperty().get()).isEmpty();
  }

  private String shown() {
    return lightbox.lookProperty().get().orElseThrow().picture().words();
  }

  private static Embedded picture(String words) {
    return Embedded.of(BlobLink.to(BlobId.of(new byte[32])), words);
  }
}
