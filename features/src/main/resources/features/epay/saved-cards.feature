@doc-epay-saved-cards
Feature: Kept cards

  @row:epay_cards @row:epay_payments_cards_auth
  Scenario: The customer pays once, and then the shop charges the kept card
    Given an online shop that takes the money at once
    And the shop's customer "customer-7"
    And the customer wants the card to be kept
    And 1500 tenge are paid by a good card
    Then the customer has 1 kept card
    And the kept card's number is hidden: "4405...5096"
    When the shop charges the kept card 990 tenge
    Then the bank agrees
    And the payment is paid
    And the shop has 990 of 990 tenge

  @row:epay_payments_cards_auth @needs:two-steps
  Scenario: A kept card is charged in two steps where the terminal says so
    Given an online shop that holds the money first
    And the shop's customer "customer-7"
    And the customer wants the card to be kept
    And 1500 tenge are paid by a good card
    When the shop charges the kept card 990 tenge
    Then the payment is held

  @row:epay_payments_cards_auth @needs:faults
  Scenario: The answer to a charge of a kept card is lost: the books tell that it is paid
    Given an online shop that takes the money at once
    And the shop's customer "customer-7"
    And the customer wants the card to be kept
    And 1500 tenge are paid by a good card
    And the answer to "epay payments cards auth" is lost after it was carried out
    When the shop charges the kept card 990 tenge
    Then the payment is paid

  @row:epay_cards @needs:two-steps
  Scenario: Another shop does not see the customer's card
    Given an online shop that takes the money at once
    And the shop's customer "customer-7"
    And the customer wants the card to be kept
    And 1500 tenge are paid by a good card
    When another shop takes over
    Then the customer has 0 kept cards
