Feature: Holds and refunds

  @doc-epay-charge @row:epay_operation_charge @needs:two-steps
  Scenario: The shop takes the whole hold
    Given an online shop that holds the money first
    And 1500 tenge are paid by a good card
    When the shop takes the whole hold
    Then the bank agrees
    And the payment is paid
    And the shop has 1500 of 1500 tenge

  @doc-epay-charge @row:epay_operation_charge @needs:two-steps
  Scenario: The shop takes a part of the hold, the rest stays the customer's
    Given an online shop that holds the money first
    And 1500 tenge are paid by a good card
    When the shop takes 1200 tenge of the hold
    Then the bank agrees
    And the shop has 1200 of 1200 tenge

  @doc-epay-cancel @row:epay_operation_cancel @needs:two-steps
  Scenario: The shop releases the hold
    Given an online shop that holds the money first
    And 1500 tenge are paid by a good card
    When the shop releases the hold
    Then the bank agrees
    And the payment is released

  @doc-epay-refund @row:epay_operation_refund
  Scenario: A part of the money is back, and less is the shop's now
    Given an online shop that takes the money at once
    And 1500 tenge are paid by a good card
    When the shop gives 500 tenge back
    Then the bank agrees
    And the shop has 1000 of 1500 tenge
    And the payment is paid

  @doc-epay-refund @row:epay_operation_refund
  Scenario: All of the money is back
    Given an online shop that takes the money at once
    And 1500 tenge are paid by a good card
    When the shop gives all of it back
    Then the bank agrees
    And the payment is given back in full

  @doc-epay-refund @row:epay_operation_refund
  Scenario: Two refunds of an order, down to nothing
    Given an online shop that takes the money at once
    And 1500 tenge are paid by a good card
    When the shop gives 1000 tenge back
    And the shop gives all of it back
    Then the payment is given back in full

  @doc-epay-refund @row:epay_operation_refund @needs:faults
  Scenario: The answer to a refund is lost: the books tell that the money is back
    Given an online shop that takes the money at once
    And 1500 tenge are paid by a good card
    And the answer to "epay operation refund" is lost after it was carried out
    When the shop gives 500 tenge back
    Then the shop has 1000 of 1500 tenge

  @doc-epay-charge @row:epay_operation_charge @needs:faults @needs:two-steps
  Scenario: The answer to a charge is lost: the books tell that the money is taken
    Given an online shop that holds the money first
    And 1500 tenge are paid by a good card
    And the answer to "epay operation charge" is lost after it was carried out
    When the shop takes the whole hold
    Then the payment is paid

  @doc-epay-cancel @row:epay_operation_cancel @needs:clock @needs:two-steps
  Scenario: A hold that nobody takes ends by itself after seven days
    Given an online shop that holds the money first
    And 1500 tenge are paid by a good card
    When 604799 s pass
    Then the payment is held
    When 1 s pass
    Then the payment is released by time
    When the shop takes the whole hold
    Then the bank refuses with code 100
