@doc-4.6
Feature: Invoices to a phone number, scheme r3

  @doc-4.6.1 @doc-4.6.2 @row:r3_remote_client-info @row:r3_remote_create @code:0 @needs:world @needs:hooks
  Scenario: The customer is found by phone, invoiced, and pays
    Given a till at trade point 1 under scheme r3
    When the cashier looks up customer 87010000001
    Then the bank tells the customer's name
    When the cashier invoices customer 87010000001 1000 tenge
    Then the purchase is invoiced
    When the customer pays the invoice
    Then the purchase is paid

  @doc-4.6.3 @row:r3_remote_cancel @code:0 @needs:world
  Scenario: The shop takes the invoice back, and it cannot be paid any more
    Given a till at trade point 1 under scheme r3
    And an invoice of 1000 tenge to customer 87010000001
    When the cashier cancels the invoice
    Then the bank confirms the cancellation
    And the purchase is cancelled
    When the customer pays the invoice
    Then the bank refuses with code -1601
    And the purchase is cancelled

  @doc-4.6 @row:r3_remote_create @needs:world @needs:hooks
  Scenario: The customer rejects the invoice
    Given a till at trade point 1 under scheme r3
    And an invoice of 1000 tenge to customer 87010000001
    When the customer declines the payment
    Then the purchase is failed

  @doc-4.6 @row:r3_remote_create @needs:clock
  Scenario: An invoice can be paid within 24 hours
    Given a till at trade point 1 under scheme r3
    And an invoice of 1000 tenge to customer 87010000001
    When 86399 s pass
    Then the purchase is invoiced
    When 2 s pass
    Then the purchase is failed

  @doc-4.6.1 @row:r3_remote_client-info @code:990000031 @needs:clock
  Scenario: One till may look up fifty customers a minute
    Given a till at trade point 1 under scheme r3
    When the cashier looks up customer 87010000001 50 times
    Then the bank tells the customer's name
    When the cashier looks up customer 87010000001
    Then the bank refuses with code 990000031
    When 60 s pass
    And the cashier looks up customer 87010000001
    Then the bank tells the customer's name

  @doc-4.6.1 @row:r3_remote_client-info @code:-1404 @code:990000031 @needs:world @needs:wire
  Scenario: Look-ups that find nobody count as well
    Given a till at trade point 1 under scheme r3
    When the cashier looks up customer 12345 50 times
    Then the bank refuses with code -1404
    When the cashier looks up customer 87010000001
    Then the bank refuses with code 990000031
