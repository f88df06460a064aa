@doc-epay-status
Feature: What became of an order

  @row:epay_check-status_payment_transaction @result:102
  Scenario: An order that nobody tried to pay
    Given an online shop that takes the money at once
    When the shop asks what became of order "999999998"
    Then the bank refuses with code 102

  @row:epay_check-status_payment_transaction @result:106
  Scenario: A terminal that the bank does not have
    Given an online shop with a terminal that the bank does not have
    When the shop asks what became of order "205218074"
    Then the bank refuses with code 106

  @row:epay_check-status_payment_transaction @result:109 @needs:two-steps
  Scenario: The terminal of another shop
    Given an online shop with the terminal of another shop
    When the shop asks what became of order "205218074"
    Then the bank refuses with code 109

  @row:epay_check-status_payment_transaction @result:104 @needs:wire
  Scenario: A token that was asked for without a terminal
    Given an online shop that takes the money at once
    When the token is asked for with "terminal" ""
    And the shop opens "/check-status/payment/transaction/205218074"
    Then the answer has "resultCode" "104"

  @row:epay_check-status_payment_transaction @result:103 @needs:wire @needs:world
  Scenario: A number that cannot be one
    Given an online shop that takes the money at once
    When the shop opens "/check-status/payment/transaction/a%20b"
    Then the answer has "resultCode" "103"

  @row:epay_check-status_payment_transactionId @needs:wire @needs:world
  Scenario: By the transaction's id
    Given an online shop that takes the money at once
    And 1500 tenge are paid by a good card
    When the shop opens "/check-status/payment/transactionId/${id}"
    Then the answer has "resultCode" "100"
    And the answer has "transaction.statusName" "CHARGE"

  @doc-epay-older-status @row:epay_operation @needs:wire @needs:world
  Scenario: On the older page the status stands in code
    Given an online shop that takes the money at once
    And 1500 tenge are paid by a good card
    When the shop opens "/operation/${invoiceId}"
    Then the bank's answer is as the document prints it: "epay-older-status"
