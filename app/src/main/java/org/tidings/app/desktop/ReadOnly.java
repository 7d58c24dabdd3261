package org.tidings.app.desktop;

import org.freedesktop.dbus.interfaces.Properties;
import org.jspecify.annotations.Nullable;

/// Something of ours on the bus whose values others may read, and not set.
abstract class ReadOnly implements Properties {
  /// The library asks for a value of any type and puts it into a variant; what is not there is
  /// null.
  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public final <A> @Nullable A Get(String type, String property) {
    return (A) GetAll(type).get(property);
  }

  @Override
  public final <A> void Set(String type, String property, A value) {
    // Nothing of it can be set.
  }
}
