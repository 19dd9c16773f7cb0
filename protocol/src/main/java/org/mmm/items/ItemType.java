package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The data types that have a record here, with the Headers they are known by. One code has meant
 * different types in different versions, so a type is found by code and version, and a code that is
 * not unique counts only where the context names the type.
 */
public enum ItemType {
  ACCOUNT("Account", Account.class, Account::read, Codes.of("MMM-ACC-V2.2"), "AccountID"),
  ACTIVITY_DATA(
      "Activity Data",
      ActivityData.class,
      ActivityData::read,
      Codes.of("MMM-ACD-V2.2"),
      "ActivityDataID"),
  ASSET("Asset", Asset.class, Asset::read, Codes.of("MMM-ASS-V2.2"), "AssetID"),
  CAPABILITIES(
      "Capabilities",
      Capabilities.class,
      Capabilities::read,
      Codes.of("MMM-CPB-V2.2", "MMM-MCP", "MMM-PCP", "MMM-ICP"),
      "CapabilitiesID",
      "MCapabilitiesID",
      "PCapabilitiesID"),
  CURRENCY(
      "Currency",
      Currency.class,
      Currency::read,
      Codes.of("MMM-CUO-V2.2", "MMM-CUR"),
      "CurrencyObjectID") {
    @Override
    @Nullable String textKey() {
      return "CurrencyData";
    }
  },
  DATA("Data", CapturedData.class, CapturedData::read, Codes.of("MMM-DAT-V2.2"), "DataID"),
  DISCOVERY(
      "Discovery",
      Discovery.class,
      Discovery::read,
      Codes.of("MMM-DSO-V2.2", "MMM-DIS", "MMM-DVO"),
      "DiscoveryObjectID",
      "DiscoveryID") {
    @Override
    @Nullable String textKey() {
      return "DataType";
    }
  },
  IPP_MESSAGE(
      "IPP Message",
      IppMessage.class,
      IppMessage::read,
      Codes.of("MMM-IPP-V2.2", "MMM-IPM").inContext("MMM-MSG-V2.0"),
      "IPPMessageID"),
  ITEM("Item", GenericItem.class, GenericItem::read, Codes.of("MMM-ITM-V2.2"), "ItemID") {
    @Override
    boolean ownHeader() {
      return true;
    }
  },
  M_LOCATION(
      "M-Location",
      MLocation.class,
      MLocation::read,
      Codes.of("MMM-MLC-V2.2").inContext("OSD-LOC"),
      "MLocationID",
      "LocationObjectID"),
  MESSAGE("Message", Message.class, Message::read, Codes.of("MMM-MSG-V2.2"), "MessageID") {
    @Override
    @Nullable String textKey() {
      return "MessageData";
    }
  },
  MODEL_OBJECT(
      "3D Model Object",
      ModelObject.class,
      ModelObject::read,
      Codes.of("OSD-3DO-V1.5", "OSD-3MO"),
      "3DModelObjectID"),
  ORIENTATION(
      "Orientation",
      Orientation.class,
      Orientation::read,
      Codes.of("OSD-OOR-V1.5"),
      "OrientationID"),
  PARCEL("Parcel", Parcel.class, Parcel::read, Codes.of("MMM-PCL-V2.2"), "ParcelID"),
  PERSONAL_PROFILE(
      "Personal Profile",
      PersonalProfile.class,
      PersonalProfile::read,
      Codes.of("MMM-PPR-V2.2"),
      "PersonalProfileID"),
  POSITION(
      "Position",
      Position.class,
      Position::read,
      Codes.of("OSD-OPS-V1.5"),
      "PositionID",
      "ObjectPositionID"),
  PROCESS(
      "Process",
      ProcessItem.class,
      ProcessItem::read,
      Codes.of("MMM-PRC-V2.2").inContext("MMM-ACC-V2.2"),
      "ProcessID"),
  PROCESS_ACTION(
      "Process Action",
      ProcessAction.class,
      ProcessAction::read,
      Codes.of("MMM-PAC-V2.2"),
      "ProcessActionID"),
  QUALIFIER(
      "Qualifier", Qualifier.class, Qualifier::read, Codes.of("TFA-ANQ-V1.5"), "QualifierID") {
    @Override
    boolean ownHeader() {
      return true;
    }
  },
  RIGHTS("Rights", Rights.class, Rights::read, Codes.of("MMM-RGT-V2.2"), "RightsID"),
  ROOM("Room", Room.class, Room::read, Codes.of("MMM-ROM-V2.2"), "RoomID"),
  RULES("Rules", Rules.class, Rules::read, Codes.of("MMM-RUL-V2.2"), "RulesID", "RuleID"),
  SPATIAL_ATTITUDE(
      "Spatial Attitude",
      SpatialAttitude.class,
      SpatialAttitude::read,
      Codes.of("OSD-OSA-V1.5"),
      "ObjectSpatialAttitudeID"),
  STREAM("Stream", Stream.class, Stream::read, Codes.of("MMM-STR-V2.2"), "StreamID"),
  TRANSACTION(
      "Transaction",
      Transaction.class,
      Transaction::read,
      Codes.of("MMM-TRA-V2.2"),
      "TransactionID",
      "TrasactionID"),
  U_LOCATION(
      "U-Location",
      ULocation.class,
      ULocation::read,
      Codes.of("MMM-ULC-V2.2").inContext("OSD-LOC"),
      "ULocationID",
      "LocationObjectID"),
  VALUE("Value", Value.class, Value::read, Codes.of("MMM-VAL-V2.2"), "ValueID");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[ _-]");

  private final String title;
  private final Class<? extends Item> javaType;
  private final Function<Fields, Item> reader;
  private final Codes codes;
  private final String[] idKeys;

  ItemType(
      String title,
      Class<? extends Item> javaType,
      Function<Fields, Item> reader,
      Codes codes,
      String... idKeys) {
    this.title = title;
    this.javaType = javaType;
    this.reader = reader;
    this.codes = codes;
    this.idKeys = idKeys;
  }

  /** The standard's name: {@code Personal Profile}. */
  public String title() {
    return title;
  }

  /** The Header that is written: code and current version. */
  public String header() {
    return codes.header();
  }

  /** The record. */
  public Class<? extends Item> javaType() {
    return javaType;
  }

  /** The type of that record. */
  public static ItemType of(Class<? extends Item> javaType) {
    return Arrays.stream(values())
        .filter(type -> type.javaType == javaType)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(javaType + " is not the record of a type"));
  }

  /**
   * The type of that name. Case, blanks and hyphens do not matter, and Persona is a 3D Model
   * Object.
   */
  public static Optional<ItemType> byName(String name) {
    String wanted = plain(name).equals("persona") ? plain(MODEL_OBJECT.title) : plain(name);
    return Arrays.stream(values()).filter(type -> plain(type.title).equals(wanted)).findFirst();
  }

  /**
   * The type of that Header; empty for a type without a record.
   *
   * @throws ItemException if it is not a Header at all
   */
  public static Optional<ItemType> byHeader(String header) {
    String code = HeaderCode.of("Header", header);
    return Arrays.stream(values()).filter(type -> type.codes.names().contains(code)).findFirst();
  }

  /** A name without what people write differently. */
  static String plain(String name) {
    return BETWEEN_WORDS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }

  Codes codes() {
    return codes;
  }

  /** The name of the own ID, and the names that other editions have for it. */
  String[] idKeys() {
    return idKeys.clone();
  }

  /** The field that a text alone stands for; null when there must be an object. */
  @Nullable String textKey() {
    return null;
  }

  /** Whether each Item has a Header of its own, so that any will do. */
  boolean ownHeader() {
    return false;
  }

  /** The beginning of every path inside such an Item: {@code PersonalProfile}. */
  String path() {
    return BETWEEN_WORDS.matcher(title).replaceAll("");
  }

  /** Reads an Item that stands at that path. */
  Item readAt(String path, JsonNode node) {
    String key = textKey();
    JsonNode object =
        key != null && node.isTextual() ? FieldWriter.id(key, node.textValue()) : node;
    Fields in = Fields.of(path, object);
    if (!ownHeader()) {
      checkHeader(in.take("Header"));
    }
    return reader.apply(in);
  }

  private void checkHeader(Found at) {
    String header = at.text(TextRule.ID);
    if (header != null && !codes.accepts(header, HeaderCode.of(at.path(), header))) {
      String other = byHeader(header).map(type -> " (" + type.title + ")").orElse("");
      throw new ItemException(
          at.path(), "the Header of " + title + " (" + codes.header() + ")", header + other);
    }
  }
}
