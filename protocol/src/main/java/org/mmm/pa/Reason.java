package org.mmm.pa;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/**
 * Why a Process Action was not performed. The wire names are the standard's (MMM-TEC V2.2 PAStatus
 * and IPP Message status) and never change; both editions answer with TEC's names.
 */
public enum Reason {
  /** The request is not a well-formed sentence of that Action. */
  FAULTY_PA("FaultyPA"),
  /** An ID names nothing. */
  INC_ID("IncID"),
  /** A Right is missing, or forbidden. */
  INS_RIGHTS("InsRights"),
  /** The Wallet does not hold the Value. */
  INS_VALUE("InsValue"),
  /** It contradicts how things stand: exists already, not there, full, taken. */
  CLASH("Clash"),
  /** Outside the M-Location's bounds. */
  M_LOC_OOR("MLocOOR"),
  /** Outside the U-Location's bounds. */
  U_LOC_OOR("ULocOOR"),
  /** Data and Qualifier do not fit each other. */
  INC_DQ("IncDQ"),
  /** The destination does not support the Item's Qualifier. */
  QUAL_NS("QualNS"),
  /** A Transaction of Value is needed first. */
  VALUE_RQ("ValueRQ"),
  /**
   * Surely not performed, and not for any fault of the request: no service just now. Never stored.
   */
  UNABLE("Unable"),
  /** Not known whether it was performed: ask again with the same key. Ours; never stored. */
  UNKNOWN("Unknown");

  private final String wireName;

  Reason(String wireName) {
    this.wireName = wireName;
  }

  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** The reason written so; {@code FaultyReq} is read as FaultyPA, {@code LocOOR} as MLocOOR. */
  public static Optional<Reason> of(String word) {
    return switch (word) {
      case "FaultyReq" -> Optional.of(FAULTY_PA);
      case "LocOOR" -> Optional.of(M_LOC_OOR);
      default -> Arrays.stream(values()).filter(r -> r.wireName.equals(word)).findFirst();
    };
  }

  @JsonCreator
  static Reason parse(String word) {
    return of(word)
        .orElseThrow(() -> new IllegalArgumentException("no status is called \"" + word + "\""));
  }
}
