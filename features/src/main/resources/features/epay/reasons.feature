@doc-epay-payment @row:epay_payment_cryptopay @needs:faults
Feature: Why a payment does not go through

  @reason:100 @reason:293 @reason:456 @reason:458 @reason:461 @reason:496 @reason:497 @reason:498 @reason:502 @reason:526 @reason:1266 @reason:1267 @reason:1268 @reason:1269 @reason:1563 @reason:1564 @reason:1565 @reason:1568 @reason:1569 @reason:1570 @reason:2032 @reason:2249 @reason:2326 @reason:2656 @reason:2660 @reason:3013 @reason:3014 @reason:3298
  Scenario Outline: The bank itself is in trouble, code <code>: nobody took the money
    Given an online shop that takes the money at once
    And the bank answers "epay payment cryptopay" with reason <code>
    When the customer pays 1500 tenge by a good card
    Then the bank refuses with code <code>
    And the bank does not know the order

    Examples:
      | code |
      | 100 |
      | 293 |
      | 456 |
      | 458 |
      | 461 |
      | 496 |
      | 497 |
      | 498 |
      | 502 |
      | 526 |
      | 1266 |
      | 1267 |
      | 1268 |
      | 1269 |
      | 1563 |
      | 1564 |
      | 1565 |
      | 1568 |
      | 1569 |
      | 1570 |
      | 2032 |
      | 2249 |
      | 2326 |
      | 2656 |
      | 2660 |
      | 3013 |
      | 3014 |
      | 3298 |

  @doc-epay-saved-cards @row:epay_payments_cards_auth @reason:478
  Scenario: A kept card has expired since
    Given an online shop that takes the money at once
    And the shop's customer "customer-7"
    And the customer wants the card to be kept
    And 1500 tenge are paid by a good card
    And the bank answers "epay payments cards auth" with reason 478
    When the shop charges the kept card 990 tenge
    Then the bank refuses with code 478
    And the bank does not know the order
