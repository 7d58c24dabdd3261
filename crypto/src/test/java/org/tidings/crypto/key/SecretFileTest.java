package org.tidings.crypto.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.crypto.Vector;
import org.tidings.crypto.hash.Sha256;

class SecretFileTest {
  private static final String ID = "A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=.ed25519";
  private static final String PRIVATE =
      "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8DoQe/884Qvh1w3RjnS8CZZ+TWMJulDV8d3IZkElUxuA==.ed25519";
  private static final String JSON =
      """
      {
        "curve": "ed25519",
        "public": "%s",
        "private": "%s",
        "id": "@%s"
      }\
      """
          .formatted(ID, PRIVATE, ID);

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("secret");
  }

  @Nested
  class Reading {
    @Test
    void plainJsonIsRead() throws Exception {
      assertThat(readOf(JSON)).isEqualTo("@" + ID);
    }

    @Test
    void commentsBeforeBehindAndWithinAreSkipped() throws Exception {
      String text = "# this is your SECRET\n#\n" + JSON.replace(",\n", ", # {note}\n") + "\n# @x\n";
      assertThat(readOf(text)).isEqualTo("@" + ID);
    }

    @Test
    void windowsLineEndsAreRead() throws Exception {
      assertThat(readOf(("# note\n" + JSON + "\n# end").replace("\n", "\r\n"))).isEqualTo("@" + ID);
    }

    @Test
    void oldMacLineEndsAreRead() throws Exception {
      assertThat(readOf(("# note\n" + JSON).replace('\n', '\r'))).isEqualTo("@" + ID);
    }

    @Test
    void byteOrderMarkIsSkipped() throws Exception {
      assertThat(readOf("\ufeff# note\n" + JSON)).isEqualTo("@" + ID);
    }

    @Test
    void idWithoutItsSigilIsRead() throws Exception {
      assertThat(readOf(JSON.replace("\"@", "\""))).isEqualTo("@" + ID);
    }

    @Test
    void missingPublicAndIdAreReadFromThePrivateField() throws Exception {
      assertThat(readOf("{\"curve\":\"ed25519\",\"private\":\"" + PRIVATE + "\"}"))
          .isEqualTo("@" + ID);
    }

    @Test
    void fieldsNobodyKnowsAreSkipped() throws Exception {
      String more = "{\"version\": 2, \"more\": {\"private\": \"x\", \"list\": [1]},";
      assertThat(readOf(JSON.replaceFirst("\\{", more))).isEqualTo("@" + ID);
    }

    @Test
    void publishedSecretFilesAreRead() {
      assertThat(Vector.file("keys-and-boxes.json").objects("keys"))
          .allSatisfy(
              each -> {
                assertThat(readOf(each.text("secretFileJson"))).isEqualTo(each.text("feedId"));
                assertThat(SecretFile.read(file()).seed()).isEqualTo(each.hex("seed"));
              });
    }
  }

  @Nested
  class Refusing {
    @Test
    void fileThatIsNotThereIsNamed() {
      refused("does not exist.");
    }

    @Test
    void folderIsNoKeyFile() throws IOException {
      Files.createDirectory(file());
      assertThatThrownBy(() -> SecretFile.read(file()))
          .isInstanceOf(SecretFileException.class)
          .hasMessageStartingWith("The key file " + file() + " cannot be read: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "# only a comment\n"})
    void emptyFileIsSaidToBeEmpty(String text) throws IOException {
      Files.writeString(file(), text);
      refused("is empty. If you have a backup, restore it from there.");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n",
          "[1, 2]",
          "\"secret\"",
          "SQLite format 3\0\0\0"
        })
    void foreignFileIsSaidToBeForeign(String text) throws IOException {
      Files.writeString(file(), text);
      refused("is not a Scuttlebutt key file.");
    }

    @Test
    void fileOfSomebodyElseIsSaidToBeUnreadable() throws IOException {
      Files.writeString(file(), JSON);
      Files.setPosixFilePermissions(file(), Set.of());
      assumeFalse(Files.isReadable(file()), "the superuser may read everything");
      refused("may not be read by this user.");
    }

    @Test
    void hugeFileIsNotReadIn() throws IOException {
      Files.write(file(), new byte[70_000]);
      refused("is too large to be a key file.");
    }

    @Test
    void otherCurveIsNamedAsSuch() throws IOException {
      Files.writeString(file(), JSON.replace("\"ed25519\"", "\"k256\""));
      refused("holds a key of another kind than ed25519, which no feed uses.");
    }

    @Test
    void fileCutAnywhereIsSaidToBeDamaged() throws IOException {
      for (int length = 1; length < JSON.length(); length++) {
        Files.writeString(file(), JSON.substring(0, length));
        refused("is damaged. If you have a backup, restore it from there.");
      }
    }

    @Test
    void repeatedOrTrailingContentIsDamage() throws IOException {
      for (String text :
          new String[] {JSON + JSON, JSON + "x", "{\"curve\":\"ed25519\"," + JSON.substring(1)}) {
        Files.writeString(file(), text);
        refused("is damaged. If you have a backup, restore it from there.");
      }
    }

    @Test
    void publicFieldOfAnotherKeyIsAMismatch() throws IOException {
      String other = SomeKeys.of("alice").publicKey().base64() + ".ed25519";
      Files.writeString(file(), JSON.replace("\"public\": \"" + ID, "\"public\": \"" + other));
      mismatch();
      Files.writeString(file(), JSON.replace("\"@" + ID, "\"@" + other));
      mismatch();
    }

    @Test
    void everyChangedByteOfThePrivateFieldIsNoticed() throws IOException {
      byte[] right = Base64.getDecoder().decode(PRIVATE.substring(0, 88));
      for (int at = 0; at < right.length; at++) {
        byte[] wrong = right.clone();
        wrong[at] ^= 1;
        String text = Base64.getEncoder().encodeToString(wrong) + ".ed25519";
        Files.writeString(file(), "{\"private\":\"" + text + "\"}");
        mismatch();
      }
    }

    @Test
    void messagesNeverHoldTheSecret() throws IOException {
      Files.writeString(file(), JSON.replace("==.ed25519", "==.ed25519\u0001"));
      assertThatThrownBy(() -> SecretFile.read(file()))
          .isInstanceOf(SecretFileException.class)
          .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("AAECAwQF"));
    }

    private void mismatch() {
      refused(
          "is damaged: its public and private parts do not belong together."
              + " If you have a backup, restore it from there.");
    }

    private void refused(String why) {
      assertThatThrownBy(() -> SecretFile.read(file()))
          .isInstanceOf(SecretFileException.class)
          .hasMessage("The key file " + file() + " " + why);
    }
  }

  @Nested
  class ReadingAgain {
    private Path notes() {
      return folder.resolve("notes");
    }

    private KeyPair again() throws SecretFileException {
      return SecretFile.read(file(), notes());
    }

    @Test
    void whatWasReadBeforeIsTheSameKey() throws Exception {
      readOf(JSON);
      KeyPair first = again();
      KeyPair second = again();
      assertThat(second.publicKey()).isEqualTo(first.publicKey());
      assertThat(second.sign(new byte[] {1})).isEqualTo(first.sign(new byte[] {1}));
    }

    @Test
    void whatChangedSinceIsRefused() throws Exception {
      readOf(JSON);
      again();
      Files.writeString(file(), JSON.replace("AAEC", "ABEC"));
      assertThatThrownBy(this::again).hasMessageContaining("do not belong together");
      assertThatThrownBy(this::again).hasMessageContaining("do not belong together");
    }

    /// Nothing reckons with the secret half of a file that is noted, though it would not do.
    @Test
    void whatIsNotedAsSoundIsBelievedUntilTheSecretHalfIsUsed() throws Exception {
      String damaged = JSON.replace("AAEC", "ABEC");
      Files.writeString(file(), damaged);
      byte[] hash = Sha256.of(damaged.getBytes(StandardCharsets.UTF_8));
      Files.createDirectories(notes());
      Files.createFile(notes().resolve("key-" + HexFormat.of().formatHex(hash)));
      KeyPair believed = again();
      assertThat(believed).hasToString("@" + ID);
      assertThatThrownBy(() -> believed.sign(new byte[] {1}))
          .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whereNothingCanBeNotedItIsReadAllTheSame() throws Exception {
      readOf(JSON);
      Files.createFile(notes());
      assertThat(again()).hasToString("@" + ID);
    }
  }

  @Nested
  class Creating {
    private final KeyPair alice = SomeKeys.of("alice");

    @Test
    void whatIsCreatedIsReadBack() throws Exception {
      SecretFile.create(file(), alice);
      assertThat(SecretFile.read(file()).seed()).isEqualTo(alice.seed());
    }

    @Test
    void everyoneElsesReadersUnderstandIt() throws Exception {
      SecretFile.create(file(), alice);
      String text = Files.readString(file());
      // the JavaScript reader drops comments anywhere, others only whole lines: both see JSON
      assertThat(text.lines().filter(line -> line.contains("#")))
          .allMatch(line -> line.startsWith("#"));
      assertThat(text.lines().filter(line -> !line.startsWith("#")))
          .containsExactly(
              "{",
              "  \"curve\": \"ed25519\",",
              "  \"public\": \"" + alice.publicKey().base64() + ".ed25519\",",
              "  \"private\": \"" + secret() + ".ed25519\",",
              "  \"id\": \"@" + alice.publicKey().base64() + ".ed25519\"",
              "}");
      assertThat(text).endsWith("@" + alice.publicKey().base64() + ".ed25519\n");
    }

    @Test
    void onlyTheOwnerMayReadIt() throws Exception {
      SecretFile.create(file(), alice);
      assertThat(Files.getPosixFilePermissions(file()))
          .containsExactly(PosixFilePermission.OWNER_READ);
    }

    @Test
    void existingFileIsLeftAsItIs() throws Exception {
      Files.writeString(file(), "anything");
      assertThatThrownBy(() -> SecretFile.create(file(), alice))
          .isInstanceOf(SecretFileException.class)
          .hasMessageContaining("already exists");
      assertThat(file()).hasContent("anything");
    }

    @Test
    void nothingIsLeftBesideIt() throws Exception {
      SecretFile.create(file(), alice);
      assertThatThrownBy(() -> SecretFile.create(file(), SomeKeys.of("bob")))
          .isInstanceOf(SecretFileException.class);
      try (var files = Files.list(folder)) {
        assertThat(files).containsExactly(file());
      }
    }

    @Test
    void missingFolderIsMade() throws Exception {
      Path deep = folder.resolve("a/b/secret");
      SecretFile.create(deep, alice);
      assertThat(SecretFile.read(deep).publicKey()).isEqualTo(alice.publicKey());
    }

    /// A zip file is such a place; a memory stick is another.
    @Test
    void placeWithoutLinksAndPermissionsServesToo() throws Exception {
      Path zip = folder.resolve("stick.zip");
      try (var stick = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
        Path secret = stick.getPath("/data/secret");
        SecretFile.create(secret, alice);
        assertThat(SecretFile.read(secret).publicKey()).isEqualTo(alice.publicKey());
        assertThatThrownBy(() -> SecretFile.create(secret, SomeKeys.of("bob")))
            .hasMessageContaining("already exists");
        try (var files = Files.list(secret.getParent())) {
          assertThat(files).containsExactly(secret);
        }
      }
    }

    @Test
    void folderThatCannotBeIsNamed() throws Exception {
      Files.writeString(folder.resolve("a"), "a file");
      Path impossible = folder.resolve("a/secret");
      assertThatThrownBy(() -> SecretFile.create(impossible, alice))
          .isInstanceOf(SecretFileException.class)
          .hasMessage(
              "The key file %s cannot be made: %s is no folder.", impossible, folder.resolve("a"));
    }

    private String secret() {
      byte[] both = new byte[64];
      System.arraycopy(alice.seed(), 0, both, 0, 32);
      System.arraycopy(alice.publicKey().bytes(), 0, both, 32, 32);
      return Base64.getEncoder().encodeToString(both);
    }
  }

  private String readOf(String text) throws IOException, SecretFileException {
    Files.write(file(), text.getBytes(StandardCharsets.UTF_8));
    return SecretFile.read(file()).toString();
  }

  private static String stackTrace(Throwable e) {
    var text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
