package org.mmm.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A data type")
class ItemTypeTest {

  @ParameterizedTest
  @ValueSource(strings = {"Personal Profile", "PersonalProfile", "personal-profile"})
  void isFoundByItsNameHoweverWritten(String name) {
    assertThat(ItemType.byName(name)).contains(ItemType.PERSONAL_PROFILE);
  }

  @Test
  void is3DModelObjectForPersona() {
    assertThat(ItemType.byName("Persona")).contains(ItemType.MODEL_OBJECT);
    assertThat(ItemType.byName("Ghost")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MMM-IPM-V2.0, IPP_MESSAGE",
    "MMM-MSG-V2.0, MESSAGE",
    "MMM-ACC-V2.2, ACCOUNT",
    "MMM-PCP-V1.0, CAPABILITIES",
    "OSD-3MO-V1.3, MODEL_OBJECT",
    "MMM-ROM-V99.99, ROOM"
  })
  void isFoundByAnyOfItsCodesInAnyVersion(String header, ItemType type) {
    assertThat(ItemType.byHeader(header)).contains(type);
  }

  @Test
  void hasCodesThatNoOtherTypeHas() {
    assertThat(Arrays.stream(ItemType.values()).flatMap(type -> type.codes().names().stream()))
        .doesNotHaveDuplicates();
  }

  @Test
  void acceptsAnAmbiguousHeaderOnlyWhereTheTypeIsKnown() {
    assertThat(ItemJson.read(IppMessage.class, "{\"Header\": \"MMM-MSG-V2.0\"}").actions())
        .isEmpty();
    assertThat(
            ItemJson.read(
                    ProcessItem.class, "{\"Header\": \"MMM-ACC-V2.2\", \"ProcessType\": \"User\"}")
                .json()
                .get("Header")
                .textValue())
        .isEqualTo("MMM-PRC-V2.2");
    assertThat(ItemJson.read(Item.class, "{\"Header\": \"MMM-ACC-V2.2\"}"))
        .isInstanceOf(Account.class);
  }

  @Test
  void withoutARecordIsKeptAsItCame() {
    String wallet =
        "{\"Header\":\"MMM-WAL-V2.1\",\"WalletID\":\"W1\",\"Values\":[1.50,{\"a\":true}]}";

    Item item = ItemJson.read(Item.class, wallet);

    assertThat(item).isInstanceOf(GenericItem.class);
    assertThat(ItemJson.write(item)).isEqualTo(wallet);
  }
}
