package org.mmm.directory;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.mmm.kernel.CallId;
import org.mmm.kernel.CborSerializable;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Name;

/** Everything that can happen in a bucket. Stored for ever: fields are added, never changed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes(@Type(value = DirectoryEvent.Claimed.class, name = "claimed"))
public sealed interface DirectoryEvent extends CborSerializable {
  /**
   * A name was taken, for good.
   *
   * @param as what it names
   * @param by the Process Action that took it
   */
  record Claimed(String name, Name as, CallId by, Hlc at) implements DirectoryEvent {}
}
