package org.tidings.ui.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.ref.BlobId;

class EmbeddedTest {

  @ParameterizedTest
  @CsvSource({
    "a boat, a boat",
    "../../etc/passwd, etc passwd",
    "C:\\autoexec.bat, C autoexec.bat",
    ".bashrc, bashrc",
    "audio:song.mp3, song.mp3",
    "con|in?valid*, con in valid",
  })
  void aFileIsNamedSoThatEverySystemTakesItAndNothingIsHiddenInIt(String words, String name) {
    assertThat(of(words, "").fileName()).isEqualTo(name);
  }

  @Test
  void aNameThatIsNoneIsReplacedAndOneThatIsEndlessCut() {
    assertThat(of(" / ", "").fileName()).isNotBlank();
    assertThat(of("x".repeat(9_000), "").fileName()).hasSize(80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0301\u0323", "\u202e\u202e", "\u200b\u200b", "\u2028", "\ud83d"})
  void aNameOfWhichNothingCanBeSeenIsReplaced(String words) {
    assertThat(of(words, "").fileName()).matches("[\\p{L} ]+|\ufffd");
  }

  @ParameterizedTest
  @ValueSource(strings = {"🏰", "x🏰", "👩‍🚀", "é", "字", "a\u0323\u0323\u0323\u0323"})
  void anEndlessNameIsCutToOneThatEveryDiskTakes(String letter) throws Exception {
    String name = of(letter.repeat(8_000 / letter.length()), "").fileName();
    assertThat(UTF_8.newEncoder().encode(CharBuffer.wrap(name)).remaining()).isLessThan(250);
  }

  @Test
  void nothingUnseenHidesWhatAFileIs() {
    assertThat(of("boat\u202egpj\u200e.exe", "").fileName()).isEqualTo("boatgpj.exe");
  }

  @Test
  void aPictureGetsTheEndingOfItsKindWhereItHasNone() throws Exception {
    byte[] png = SomePictures.file(SomePictures.landscape(2, 2, 1), "png");
    assertThat(of("a boat", "").fileName(png)).isEqualTo("a boat.png");
    assertThat(of("boat.jpeg", "").fileName(png)).isEqualTo("boat.jpeg");
    assertThat(of("notes", "").fileName(new byte[9])).isEqualTo("notes");
  }

  @ParameterizedTest
  @CsvSource({
    "a boat, , true",
    "a boat, image/webp, true",
    "report, application/pdf, false",
    "audio:song, , false",
    "video:film, image/png, false",
  })
  void onlyWhatMayBeAPictureIsShownAsOne(String words, String type, boolean picture) {
    assertThat(of(words, type).mayBePicture()).isEqualTo(picture);
  }

  private static Embedded of(String words, String type) {
    Optional<String> mediaType = Optional.ofNullable(type).filter(text -> !text.isEmpty());
    BlobLink link = BlobLink.to(BlobId.of(new byte[32]));
    return new Embedded(link, words, OptionalLong.empty(), mediaType);
  }
}
