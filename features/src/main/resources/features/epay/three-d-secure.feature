@doc-epay-3-d-secure @doc-epay-issuers-page @needs:issuer @needs:world
Feature: 3-D Secure

  @row:epay_acs @row:epay_acs_answer @row:epay_payment_confirm @result:107
  Scenario: The customer types the right code, and the shop brings the answer
    Given an online shop that takes the money at once
    And the customer's bank asks for a code for 1500 tenge by a card with 3-D Secure
    Then the payment is under way
    When the customer types the right code
    And the shop brings the answer to the bank
    Then the bank agrees
    And the payment is paid

  @row:epay_acs_answer @row:epay_payments_cards_confirmPayment
  Scenario: The browser brings the answer, and the customer comes back with the reference
    Given an online shop that takes the money at once
    And the customer's bank asks for a code for 1500 tenge by a card with 3-D Secure
    When the customer types the right code
    And the customer's browser brings the answer to the bank
    Then the customer comes back to "https://shop.example/thanks?reference="
    And the payment is paid

  @row:epay_acs_answer @row:epay_payments_cards_confirmPayment @reason:499
  Scenario: The customer gives up, and comes back with the reason
    Given an online shop that takes the money at once
    And the customer's bank asks for a code for 1500 tenge by a card with 3-D Secure
    When the customer gives the code up
    And the customer's browser brings the answer to the bank
    Then the customer comes back to "https://shop.example/sorry?errorCode=499"
    And the payment is not carried out

  @row:epay_payments_cards_confirmPayment @reason:499
  Scenario: An address beyond ASCII with a fragment is encoded, and the outcome stands before the fragment
    Given an online shop that takes the money at once
    And the shop's customers come back to "https://shop.example/рахмет?order=я#end"
    And the customer's bank asks for a code for 1500 tenge by a card with 3-D Secure
    When the customer gives the code up
    And the customer's browser brings the answer to the bank
    Then the customer comes back to "https://shop.example/%D1%80%D0%B0%D1%85%D0%BC%D0%B5%D1%82?order=%D1%8F&errorCode=499#end"

  @row:epay_payment_confirm
  Scenario: A forged answer pays nothing
    Given an online shop that takes the money at once
    And the customer's bank asks for a code for 1500 tenge by a card with 3-D Secure
    When the shop brings a forged answer to the bank
    Then the payment is not carried out

  @row:epay_acs @row:epay_payment_confirm @needs:two-steps
  Scenario: A card with 3-D Secure is held first where the terminal says so
    Given an online shop that holds the money first
    And the customer's bank asks for a code for 1500 tenge by a card with 3-D Secure
    When the customer types the right code
    And the shop brings the answer to the bank
    Then the payment is held

  @row:epay_payment_confirm @needs:faults
  Scenario: The answer to the confirmation is lost: the books tell that it is paid
    Given an online shop that takes the money at once
    And the customer's bank asks for a code for 1500 tenge by a card with 3-D Secure
    And the answer to "epay payment confirm" is lost after it was carried out
    When the customer types the right code
    And the shop brings the answer to the bank
    Then the payment is paid
