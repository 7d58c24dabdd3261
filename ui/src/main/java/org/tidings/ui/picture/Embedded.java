package org.tidings.ui.picture;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.text.Letters;
import org.tidings.feed.text.ShownName;
import org.tidings.ui.common.Texts;
import org.tidings.ui.text.TextPieces;

/// A picture or another file in a post.
///
/// @param words what its author says it shows, or its name; may be empty
/// @param size in bytes, as its author says
/// @param mediaType as its author says, for example `image/png`
public record Embedded(BlobLink link, String words, OptionalLong size, Optional<String> mediaType) {

  private static final int LONGEST_NAME = 80;

  /// What some system or other does not take in the name of a file.
  private static final Pattern NO_FILE_NAME =
      Pattern.compile("[/\\\\:*?\"<>|\\p{Cc}\\p{Zl}\\p{Zp}]+");

  /// What nobody sees in it, aside from what joins letters and emoji.
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}&&[^\\u200c\\u200d]]+");

  private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

  /// Of which nothing more is known.
  public static Embedded of(BlobLink link, String words) {
    return new Embedded(link, words, OptionalLong.empty(), Optional.empty());
  }

  /// Whether it may be a picture: its author says so, or nothing.
  public boolean mayBePicture() {
    boolean media = words.startsWith("audio:") || words.startsWith("video:");
    return !media
        && mediaType.map(type -> type.toLowerCase(Locale.ROOT).startsWith("image/")).orElse(true);
  }

  /// What a person is told of it.
  public String name() {
    String clean = TextPieces.clean(words).strip();
    return clean.isEmpty() ? Texts.of("picture.unnamed") : clean;
  }

  /// What it is called as a file.
  String fileName() {
    String bare = words.replaceFirst("^(audio|video):", "");
    String seen = UNSEEN.matcher(TextPieces.clean(bare)).replaceAll("");
    String clean = NO_FILE_NAME.matcher(seen).replaceAll(" ").strip();
    String dotless = clean.replaceFirst("^[. ]+", "");
    return ShownName.of(Letters.beginning(dotless, LONGEST_NAME).strip())
        .orElseGet(() -> Texts.of("picture.file.unnamed"));
  }

  /// The same with the ending that such bytes have, where it has none.
  String fileName(byte[] bytes) {
    String name = fileName();
    boolean ends = ENDING.matcher(name).find();
    return PictureFormat.of(bytes)
        .filter(format -> !ends)
        .map(format -> name + "." + format.extension())
        .orElse(name);
  }
}
