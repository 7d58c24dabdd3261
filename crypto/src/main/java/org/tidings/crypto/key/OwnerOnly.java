package org.tidings.crypto.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;

/// Leaves a file to its owner alone, to read and not to write, by the means of the file system.
final class OwnerOnly {
  private OwnerOnly() {}

  static boolean isPosix(Path path) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
  }

  static void restrict(Path file) throws IOException {
    if (isPosix(file)) {
      Files.setPosixFilePermissions(file, EnumSet.of(PosixFilePermission.OWNER_READ));
      return;
    }
    var acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
    if (acl != null) {
      acl.setAcl(List.of(readableBy(acl)));
    }
  }

  private static AclEntry readableBy(AclFileAttributeView file) throws IOException {
    return AclEntry.newBuilder()
        .setType(AclEntryType.ALLOW)
        .setPrincipal(file.getOwner())
        .setPermissions(
            EnumSet.of(
                AclEntryPermission.READ_DATA,
                AclEntryPermission.READ_ATTRIBUTES,
                AclEntryPermission.READ_NAMED_ATTRS,
                AclEntryPermission.READ_ACL,
                AclEntryPermission.DELETE,
                AclEntryPermission.SYNCHRONIZE))
        .build();
  }
}
