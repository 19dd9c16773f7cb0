package org.mmm.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.items.ItemArbitraries.actions;
import static org.mmm.items.ItemArbitraries.envelopes;
import static org.mmm.items.ItemArbitraries.items;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("An Item that is written and read")
class ItemRoundTripTest {

  @Property(tries = 2000)
  void isTheSame(@ForAll("anyItem") Item item) {
    assertThat(ItemJson.read(item.type().javaType(), ItemJson.write(item))).isEqualTo(item);
  }

  @Property(tries = 500)
  void isFoundByItsHeaderAndWrittenAlike(@ForAll("anyItem") Item item) {
    String json = ItemJson.write(item);

    assertThat(ItemJson.write(ItemJson.read(Item.class, json))).isEqualTo(json);
  }

  @Property(tries = 500)
  void isTheSameInsideAnother(@ForAll("anyAction") ProcessAction action) {
    var message = ItemArbitraries.carrying(action);

    assertThat(ItemJson.read(IppMessage.class, ItemJson.write(message))).isEqualTo(message);
  }

  @Provide
  Arbitrary<Item> anyItem() {
    return Combinators.combine(items(), envelopes()).as(Item::with);
  }

  @Provide
  Arbitrary<ProcessAction> anyAction() {
    return actions();
  }
}
