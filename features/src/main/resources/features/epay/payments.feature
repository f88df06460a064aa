@doc-epay-payment
Feature: Payment by card

  @row:epay_payment_cryptopay @reason:0 @result:100
  Scenario Outline: A customer pays by <card>, and the money is the shop's
    Given an online shop that takes the money at once
    When the customer pays 1500 tenge by <card>
    Then the bank agrees
    And the payment is paid
    And the shop has 1500 of 1500 tenge

    Examples:
      | card                     |
      | a good card              |
      | a MasterCard             |
      | an American Express card |

  @row:epay_payment_cryptopay @needs:two-steps
  Scenario: Where the terminal says so, the money is held first
    Given an online shop that holds the money first
    When the customer pays 1500 tenge by a good card
    Then the bank agrees
    And the payment is held

  @doc-epay-cryptogram @row:epay_public.rsa
  Scenario: The bank gives its key for cards to everybody
    Given an online shop that takes the money at once
    Then the bank gives its key for cards

  @row:epay_payment_cryptopay @needs:faults
  Scenario: The answer to a payment is lost: the books tell that the customer has paid
    Given an online shop that takes the money at once
    And the answer to "epay payment cryptopay" is lost after it was carried out
    When the customer pays 1500 tenge by a good card
    Then the payment is paid

  @row:epay_payment_cryptopay @needs:faults
  Scenario: An error page in place of an answer is not taken for one
    Given an online shop that takes the money at once
    And "epay payment cryptopay" is answered with an error page
    When the customer pays 1500 tenge by a card without money
    Then the bank has the order as declined

  @row:epay_payment_cryptopay @reason:484 @result:101 @needs:world
  Scenario: After a card without money the customer pays for the same order by another
    Given an online shop that takes the money at once
    When the customer pays 1500 tenge by a card without money
    Then the bank refuses with code 484
    And the bank has the order as declined
    When the customer pays for the same order by a good card
    Then the bank agrees
    And the payment is paid

  @row:epay_payment_cryptopay @reason:100
  Scenario: Nobody pays for an order twice
    Given an online shop that takes the money at once
    And 1500 tenge are paid by a good card
    When the customer pays for the same order by a MasterCard
    Then the bank refuses with code 100
    And the shop has 1500 of 1500 tenge

  @row:epay_payment_cryptopay @needs:two-steps @reason:464
  Scenario: A shop cannot pay with the terminal of another
    Given an online shop with the terminal of another shop
    When the customer pays 1500 tenge by a good card
    Then the bank refuses with code 464
