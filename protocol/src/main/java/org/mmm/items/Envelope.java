package org.mmm.items;

import org.jspecify.annotations.Nullable;

/**
 * What every Item has around its content, but for the Header, which is that of its type (MMM-TEC,
 * data types). All parts may be missing: the short forms leave them to the M-Instance.
 *
 * @param mInstanceId the M-Instance that the Item belongs to
 * @param mEnvironmentId the M-Environment inside it
 * @param id the Item's own ID, of 1 to 128 characters
 * @param descrMetadata free text of at most 2,048 characters
 * @param unknown all other fields, {@code DataXMData} and {@code Trace} among them
 */
public record Envelope(
    @Nullable String mInstanceId,
    @Nullable String mEnvironmentId,
    @Nullable String id,
    @Nullable String descrMetadata,
    UnknownFields unknown) {
  /** Nothing around the content yet. */
  public static final Envelope NONE = new Envelope(null, null, null, null, UnknownFields.NONE);

  public Envelope {
    TextRule.ID.checkIfAny("MInstanceID", mInstanceId);
    TextRule.ID.checkIfAny("MEnvironmentID", mEnvironmentId);
    TextRule.ID.checkIfAny("ID", id);
    TextRule.DESCR_METADATA.checkIfAny("DescrMetadata", descrMetadata);
  }

  /** The envelope of an Item that is known by its ID alone. */
  public static Envelope of(String id) {
    return NONE.withId(id);
  }

  /** The same with this own ID. */
  public Envelope withId(String newId) {
    return new Envelope(mInstanceId, mEnvironmentId, newId, descrMetadata, unknown);
  }

  /** The same in this M-Instance. */
  public Envelope withMInstanceId(String newMInstanceId) {
    return new Envelope(newMInstanceId, mEnvironmentId, id, descrMetadata, unknown);
  }
}
