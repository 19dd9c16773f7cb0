package org.mmm.resolution;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.mmm.kernel.CborSerializable;
import org.mmm.kernel.Hlc;

/** What can have happened to the list of other M-Instances. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @Type(value = PeerEvent.Met.class, name = "met"),
  @Type(value = PeerEvent.Decided.class, name = "decided")
})
public sealed interface PeerEvent extends CborSerializable {
  /** It came for the first time, or was named, and nobody had decided about it. */
  record Met(String peer, Hlc at) implements PeerEvent {}

  /** The operator has decided. */
  record Decided(String peer, Standing standing, int perMinute, Hlc at) implements PeerEvent {}
}
